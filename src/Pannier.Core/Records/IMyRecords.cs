namespace Pannier.Core.Records;

/// <summary>The signed-in person's own records of one kind, sealed at rest. No other person's can be named.</summary>
public interface IMyRecords<T>
    where T : class
{
    /// <summary>All of them, by id.</summary>
    IAsyncEnumerable<Record<T>> AllAsync(CancellationToken cancellation);

    /// <summary>Null when there is none of this id.</summary>
    Task<Record<T>?> FindAsync(string id, CancellationToken cancellation);

    /// <summary>Stores one, new or in place of what was there.</summary>
    Task PutAsync(string id, T value, CancellationToken cancellation);

    /// <summary>Stores one where it still is as it was read.</summary>
    /// <param name="version">Of the record that was read; 0 when there was none.</param>
    /// <returns>False when somebody has changed it since: read it again.</returns>
    Task<bool> PutAsync(string id, T value, long version, CancellationToken cancellation);

    /// <summary>Removes one; none is nothing to remove.</summary>
    Task RemoveAsync(string id, CancellationToken cancellation);
}
