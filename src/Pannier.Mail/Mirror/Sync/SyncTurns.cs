namespace Pannier.Mail.Mirror.Sync;

/// <summary>Turns at reading in what nobody waits for, shared by all people of a node: their pages go first.</summary>
/// <param name="most">Pieces read at once.</param>
public sealed class SyncTurns(int most) : IDisposable
{
    private readonly SemaphoreSlim _free = new(most);

    /// <summary>Waits for a turn, or until <paramref name="unless"/> ends.</summary>
    /// <returns>Null when there is something better to do; else the turn, to be disposed.</returns>
    public async Task<IDisposable?> TakeAsync(Task unless, CancellationToken cancellation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var entering = _free.WaitAsync(enough.Token);
        if (await Task.WhenAny(entering, unless) != entering)
        {
            await enough.CancelAsync();
            try
            {
                await entering;
                _free.Release(); // it came all the same
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                // as wished
            }

            return null;
        }

        await entering;
        return new Turn(_free);
    }

    public void Dispose() => _free.Dispose();

    private sealed class Turn(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
