namespace Pannier.Mail.Parts;

/// <summary>A file to be put into an archive.</summary>
/// <param name="Name">Untrusted.</param>
/// <param name="Time">Its time in the archive.</param>
/// <param name="WriteAsync">Writes its octets as they come.</param>
public sealed record ZipItem(string Name, DateTimeOffset Time, Func<Stream, CancellationToken, Task> WriteAsync);
