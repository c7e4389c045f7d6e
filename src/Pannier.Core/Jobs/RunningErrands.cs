using System.Collections.Concurrent;

namespace Pannier.Core.Jobs;

/// <summary>The errands of a person who is here. Their leaving waits for them, ten seconds at most.</summary>
internal sealed class RunningErrands : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<Task, byte> _running = new();

    public void Add(Task work)
    {
        foreach (var done in _running.Keys.Where(task => task.IsCompleted)) _running.TryRemove(done, out _);
        _running.TryAdd(work, 0);
    }

    public async ValueTask DisposeAsync() => await Task.WhenAny(Task.WhenAll(_running.Keys), Task.Delay(Patience, TimeProvider.System));
}
