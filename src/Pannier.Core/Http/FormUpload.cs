namespace Pannier.Core.Http;

/// <summary>An uploaded file, not yet read.</summary>
/// <param name="FileName">As the browser sent it: untrusted, never a path.</param>
/// <param name="MediaType">As the browser guessed it: untrusted.</param>
public sealed record FormUpload(string FileName, string MediaType, long Length, Func<Stream> Open);
