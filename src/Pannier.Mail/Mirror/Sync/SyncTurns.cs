namespace Pannier.Mail.Mirror.Sync;

/// <summary>Turns at reading in what nobody waits for, shared by all people of a node: their pages go first.</summary>
/// <param name="most">Pieces read at once.</param>
public sealed class SyncTurns(int most) : IDisposable
{
    private readonly SemaphoreSlim _free = new(most);
    private readonly Bell _goesOn = new();
    private volatile bool _isHeld;

    /// <summary>Whether nobody has a turn for now, because memory is short.</summary>
    public bool IsHeld => _isHeld;

    /// <summary>Gives no turns until <see cref="GoOn"/>; what was begun is ended.</summary>
    public void Hold() => _isHeld = true;

    public void GoOn()
    {
        _isHeld = false;
        _goesOn.Ring();
    }

    /// <summary>Waits for a turn, or until <paramref name="unless"/> ends.</summary>
    /// <returns>False when there is something better to do; else the turn is to be given back.</returns>
    public async Task<bool> TakeAsync(Task unless, CancellationToken cancellation)
    {
        while (IsHeld)
        {
            var place = _goesOn.Place();
            if (IsHeld && await Task.WhenAny(_goesOn.WaitAsync(place, cancellation), unless) == unless) return false;
            cancellation.ThrowIfCancellationRequested();
        }

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

            return false;
        }

        await entering;
        return true;
    }

    public void GiveBack() => _free.Release();

    public void Dispose() => _free.Dispose();
}
