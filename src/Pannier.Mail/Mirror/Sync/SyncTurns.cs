namespace Pannier.Mail.Mirror.Sync;

/// <summary>Turns at reading in what nobody waits for, shared by all people of a node: their pages go first.</summary>
/// <param name="most">Pieces read at once.</param>
public sealed class SyncTurns(int most) : IDisposable
{
    private readonly SemaphoreSlim _free = new(most);

    /// <summary>Does a piece of work in its turn.</summary>
    public async Task<T> TakeAsync<T>(Func<Task<T>> workAsync, CancellationToken cancellation)
    {
        await _free.WaitAsync(cancellation);
        try
        {
            return await workAsync();
        }
        finally
        {
            _free.Release();
        }
    }

    /// <inheritdoc cref="TakeAsync{T}(Func{Task{T}}, CancellationToken)"/>
    public Task TakeAsync(Func<Task> workAsync, CancellationToken cancellation) => TakeAsync(
        async () =>
        {
            await workAsync();
            return true;
        },
        cancellation);

    public void Dispose() => _free.Dispose();
}
