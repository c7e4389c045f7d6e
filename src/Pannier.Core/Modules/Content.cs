namespace Pannier.Core.Modules;

/// <summary>Bytes a stream route answers: never a view, never a type that a browser runs.</summary>
/// <param name="MediaType">Of our choosing, not the sender's.</param>
/// <param name="FileName">Untrusted; written as RFC 6266 asks. Null for an answer shown in place.</param>
/// <param name="Length">Octets, when known.</param>
/// <param name="WriteAsync">Writes the bytes as they come.</param>
public sealed record Content(string MediaType, string? FileName, long? Length, Func<Stream, CancellationToken, Task> WriteAsync);
