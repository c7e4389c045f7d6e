namespace Pannier.Core.Records;

/// <summary>A stored blob.</summary>
/// <param name="Size">Octets.</param>
public sealed record StoredBlob(BlobId Id, long Size);
