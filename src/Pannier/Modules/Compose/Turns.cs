using System.Collections.Concurrent;

namespace Pannier.Modules.Compose;

/// <summary>One at a time for each message being written or sent, in this process; a person's work is done by one process (ARCHITECTURE §9).</summary>
internal sealed class Turns
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);

    /// <summary>Waits for the turn; disposing gives it back.</summary>
    public async Task<IDisposable> TakeAsync(DraftId draft, CancellationToken cancellation)
    {
        var turn = _turns.GetOrAdd(draft.Value, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellation);
        return new Turn(turn);
    }

    /// <summary>Null when somebody else has the turn.</summary>
    public IDisposable? TryTake(DraftId draft)
    {
        var turn = _turns.GetOrAdd(draft.Value, _ => new SemaphoreSlim(1));
        return turn.Wait(0) ? new Turn(turn) : null;
    }

    private sealed class Turn(SemaphoreSlim semaphore) : IDisposable
    {
        public void Dispose() => semaphore.Release();
    }
}
