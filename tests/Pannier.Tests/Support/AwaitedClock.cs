using Microsoft.Extensions.Time.Testing;

namespace Pannier.Tests.Support;

/// <summary>A clock that tells when somebody has begun to wait by it: time that passes before that is lost on them.</summary>
internal sealed class AwaitedClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private int _timers;

    /// <summary>How many timers were made so far.</summary>
    public int Timers => Volatile.Read(ref _timers);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        Interlocked.Increment(ref _timers);
        return timer;
    }

    /// <summary>Waits for one more than there were.</summary>
    public async Task MoreThanAsync(int timers, CancellationToken cancellation)
    {
        while (Timers <= timers) await Task.Delay(5, cancellation);
    }
}
