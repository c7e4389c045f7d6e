using System.Buffers;

namespace Pannier.Tests.Simulation;

/// <summary>One direction of a line in memory. Whoever waits for octets goes on at once when they come, on the thread that brings them.</summary>
/// <param name="mostAtOnce">Octets that one read gets.</param>
internal sealed class WirePipe(int mostAtOnce)
{
    private ArrayBufferWriter<byte> _octets = new();
    private int _taken;
    private TaskCompletionSource<int>? _waiting;
    private Memory<byte> _into;
    private CancellationTokenRegistration _registration;

    public bool IsClosed { get; private set; }

    public void Put(ReadOnlySpan<byte> octets)
    {
        if (IsClosed) return;
        _octets.Write(octets);
        Serve();
    }

    /// <summary>Nothing comes after what was put.</summary>
    public void Close()
    {
        IsClosed = true;
        Serve();
    }

    public ValueTask<int> ReadAsync(Memory<byte> into, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested) return ValueTask.FromCanceled<int>(cancellation);
        if (_octets.WrittenCount > _taken || IsClosed) return new ValueTask<int>(Take(into));

        // Goes on inline: whoever completes it sees to it that this is the thread of the schedule.
        var waiting = new TaskCompletionSource<int>();
        (_waiting, _into) = (waiting, into);
        _registration = cancellation.UnsafeRegister(_ => SimScheduler.Free(() => waiting.TrySetCanceled(cancellation)), null);
        return new ValueTask<int>(waiting.Task);
    }

    private void Serve()
    {
        if (_waiting is not { } waiting || waiting.Task.IsCompleted || (_octets.WrittenCount == _taken && !IsClosed)) return;
        _waiting = null;
        _registration.Dispose();
        var read = Take(_into);
        SimScheduler.Free(() => waiting.TrySetResult(read));
    }

    private int Take(Memory<byte> into)
    {
        var count = Math.Min(Math.Min(into.Length, mostAtOnce), _octets.WrittenCount - _taken);
        _octets.WrittenMemory.Slice(_taken, count).CopyTo(into);
        _taken += count;
        if (_taken == _octets.WrittenCount) (_octets, _taken) = (new ArrayBufferWriter<byte>(), 0);
        return count;
    }
}
