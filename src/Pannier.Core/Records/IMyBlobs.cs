namespace Pannier.Core.Records;

/// <summary>The person's own large things: files of messages being written. Sealed piece by piece, streamed both ways.</summary>
public interface IMyBlobs
{
    /// <summary>Stores what the stream holds.</summary>
    /// <param name="atMost">Octets; more fails and stores nothing.</param>
    /// <returns>Its id and size; null when it was larger.</returns>
    Task<StoredBlob?> AddAsync(Stream content, long atMost, CancellationToken cancellation);

    /// <summary>Writes a blob out.</summary>
    /// <returns>False when there is none of this id.</returns>
    Task<bool> CopyAsync(BlobId id, Stream to, CancellationToken cancellation);

    Task RemoveAsync(BlobId id, CancellationToken cancellation);
}
