namespace Pannier.Modules.Compose;

/// <summary>A file that the original brings along; it is copied at the first save.</summary>
/// <param name="Size">Octets, about.</param>
/// <param name="CopyAsync">Writes it whole, or throws.</param>
internal sealed record StartFile(string Id, string Name, string Type, long Size, Func<Stream, CancellationToken, Task> CopyAsync);
