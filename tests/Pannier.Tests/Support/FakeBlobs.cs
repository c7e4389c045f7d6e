using Pannier.Core.Records;

namespace Pannier.Tests.Support;

/// <summary>A person's blobs in memory.</summary>
internal sealed class FakeBlobs : IMyBlobs
{
    private readonly Dictionary<string, byte[]> _blobs = new(StringComparer.Ordinal);

    public int Count => _blobs.Count;

    public async Task<StoredBlob?> AddAsync(Stream content, long atMost, CancellationToken cancellation)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellation);
        if (copy.Length > atMost) return null;
        var id = BlobId.New();
        _blobs[id.Value] = copy.ToArray();
        return new StoredBlob(id, copy.Length);
    }

    public Task<StoredBlob?> FindAsync(BlobId id, CancellationToken cancellation) =>
        Task.FromResult(_blobs.TryGetValue(id.Value, out var bytes) ? new StoredBlob(id, bytes.Length) : null);

    public Task<long> UsedAsync(CancellationToken cancellation) => Task.FromResult(_blobs.Values.Sum(bytes => (long)bytes.Length));

    public async Task<bool> CopyAsync(BlobId id, Stream to, CancellationToken cancellation)
    {
        if (!_blobs.TryGetValue(id.Value, out var bytes)) return false;
        await to.WriteAsync(bytes, cancellation);
        return true;
    }

    public Task RemoveAsync(BlobId id, CancellationToken cancellation)
    {
        _blobs.Remove(id.Value);
        return Task.CompletedTask;
    }

    /// <summary>As if the storage had lost it.</summary>
    public void Lose(BlobId id) => _blobs.Remove(id.Value);
}
