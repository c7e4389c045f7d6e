using System.Diagnostics.CodeAnalysis;

namespace Pannier.Tests.Simulation;

/// <summary>One thread that runs what is due in the order it became due; acts of servers wait until the schedule lets one go on.</summary>
internal sealed class SimScheduler : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Work, object? State)> _due = new();

    /// <summary>Acts that servers are about to do.</summary>
    public List<Action> Held { get; } = [];

    private readonly int _thread = Environment.CurrentManagedThreadId;
    private Exception? _broken;

    /// <summary>All must happen on the one thread, else a seed does not run again the same.</summary>
    public void Stay()
    {
        if (Environment.CurrentManagedThreadId != _thread) Broke(new InvalidOperationException($"it went to another thread: {Environment.StackTrace}"));
    }

    /// <summary>Something broke where nobody would hear of it.</summary>
    public void Broke(Exception how) => Interlocked.CompareExchange(ref _broken, how, null);

    public override void Post(SendOrPostCallback d, object? state)
    {
        Stay();
        lock (_due) _due.Enqueue((d, state));
    }

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException();

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Does what a library goes on with at once, on this thread and none of the pool: with a context, it would not.</summary>
    public static void Free(Action act)
    {
        var before = Current;
        SetSynchronizationContext(null);
        try
        {
            act();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <summary>A point at which the schedule may let anything else go first.</summary>
    [SuppressMessage("Reliability", "CA2007", Justification = "All of it is on this thread.")]
    public async Task HoldAsync(CancellationToken cancellation)
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Held.Add(turn.SetResult);
        await turn.Task;
        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Lets one of the held acts go on.</summary>
    public void Let(int which)
    {
        var turn = Held[which];
        Held.RemoveAt(which);
        turn();
        Drain();
    }

    /// <summary>Runs until nothing is due.</summary>
    public void Drain()
    {
        for (var done = 0; ; done++)
        {
            if (_broken is { } broken) throw new InvalidOperationException(broken.ToString());
            if (done > 50_000) throw new InvalidOperationException("it goes round in a circle");
            (SendOrPostCallback Work, object? State) next;
            lock (_due)
                if (!_due.TryDequeue(out next)) return;

            next.Work(next.State);
        }
    }
}
