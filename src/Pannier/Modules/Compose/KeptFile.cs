using Pannier.Core.Records;

namespace Pannier.Modules.Compose;

/// <summary>A file that goes with a message being written.</summary>
/// <param name="Id">Of our making; names it in the form.</param>
/// <param name="Name">Made safe already.</param>
/// <param name="Type">As the browser or the original says: untrusted, a media type by form.</param>
/// <param name="Size">Octets.</param>
public sealed record KeptFile(string Id, string Name, string Type, long Size, BlobId Blob);
