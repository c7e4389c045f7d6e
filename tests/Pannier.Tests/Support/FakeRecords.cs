using System.Text.Json;
using Pannier.Core.Records;

namespace Pannier.Tests.Support;

/// <summary>A person's records in memory, written and read as the real ones are.</summary>
internal sealed class FakeRecords<T> : IMyRecords<T>
    where T : class
{
    private readonly SortedDictionary<string, (long Version, byte[] Json)> _rows = new(StringComparer.Ordinal);

    public int Count => _rows.Count;

    /// <summary>Called before each versioned write: where another tab is quicker.</summary>
    public Action? BeforePut { get; set; }

    public async IAsyncEnumerable<Record<T>> AllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var (id, row) in _rows.ToList())
        {
            await Task.CompletedTask;
            yield return Read(id, row);
        }
    }

    public Task<Record<T>?> FindAsync(string id, CancellationToken cancellation) =>
        Task.FromResult(_rows.TryGetValue(id, out var row) ? Read(id, row) : null);

    public Task PutAsync(string id, T value, CancellationToken cancellation)
    {
        _rows[id] = (_rows.GetValueOrDefault(id).Version + 1, Write(value));
        return Task.CompletedTask;
    }

    public Task<bool> PutAsync(string id, T value, long version, CancellationToken cancellation)
    {
        BeforePut?.Invoke();
        if (_rows.GetValueOrDefault(id).Version != version) return Task.FromResult(false);
        _rows[id] = (version + 1, Write(value));
        return Task.FromResult(true);
    }

    public Task RemoveAsync(string id, CancellationToken cancellation)
    {
        _rows.Remove(id);
        return Task.CompletedTask;
    }

    private static byte[] Write(T value) => JsonSerializer.SerializeToUtf8Bytes(value, RecordJson.Options);

    private static Record<T> Read(string id, (long Version, byte[] Json) row) => new(id, row.Version, JsonSerializer.Deserialize<T>(row.Json, RecordJson.Options)!);
}
