namespace Pannier.Core.Records;

/// <summary>The person's own large things: files of messages being written. Sealed piece by piece, streamed both ways.</summary>
public interface IMyBlobs
{
    /// <summary>Stores what the stream holds: all of it, or nothing when it fails on the way.</summary>
    /// <param name="content">Read once, to its end.</param>
    /// <param name="atMost">Octets; more is refused and stores nothing.</param>
    /// <param name="cancellation">Stores nothing.</param>
    /// <returns>Its id and size; null when it was larger than that or than the room the person has left.</returns>
    Task<StoredBlob?> AddAsync(Stream content, long atMost, CancellationToken cancellation);

    /// <summary>Null when there is none of this id.</summary>
    Task<StoredBlob?> FindAsync(BlobId id, CancellationToken cancellation);

    /// <summary>Writes a blob out.</summary>
    /// <returns>False when there is none of this id.</returns>
    /// <exception cref="Crypto.BoxRefused">A piece was changed, moved or is missing; what came before it is written already.</exception>
    Task<bool> CopyAsync(BlobId id, Stream to, CancellationToken cancellation);

    /// <summary>Removes one; none is nothing to remove.</summary>
    Task RemoveAsync(BlobId id, CancellationToken cancellation);

    /// <summary>Octets the person's blobs take together.</summary>
    Task<long> UsedAsync(CancellationToken cancellation);
}
