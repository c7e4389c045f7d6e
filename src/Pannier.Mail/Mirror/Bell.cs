namespace Pannier.Mail.Mirror;

/// <summary>Wakes everybody who waits for it, each where they wait: nobody runs on the thread that rings.</summary>
/// <remarks>Thread-safe. It remembers no ringing: who waits takes a place first, then looks, then waits.</remarks>
public sealed class Bell
{
    private readonly Lock _lock = new();
    private List<TaskCompletionSource> _waiting = [];

    /// <summary>A place from now on: it hears every ringing after this.</summary>
    public Task Place()
    {
        var place = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock) _waiting.Add(place);
        return place.Task;
    }

    /// <summary>Waits at a place, until it rings or nobody wants to wait any more.</summary>
    public async Task WaitAsync(Task place, CancellationToken cancellation)
    {
        await using var end = cancellation.Register(Ring); // all look again; this one sees that it is over
        await place;
        cancellation.ThrowIfCancellationRequested();
    }

    public void Ring()
    {
        List<TaskCompletionSource> waiting;
        lock (_lock) (waiting, _waiting) = (_waiting, []);
        foreach (var one in waiting) one.TrySetResult();
    }
}
