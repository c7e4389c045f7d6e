using System.Collections.Concurrent;

namespace Pannier.Mail.Mirror;

/// <summary>Where messages are now that went from the place they are still asked for at: moved, or numbered anew with their mailbox.</summary>
/// <remarks>The newest 20,000; an older link finds nothing, as every link did before.</remarks>
public sealed class Forwards
{
    private const int Most = 20_000;
    private const int MostSteps = 16;
    private readonly ConcurrentDictionary<MessageKey, MessageKey> _next = new();
    private readonly ConcurrentQueue<MessageKey> _order = new();

    /// <summary>Notes that a message is at another place now.</summary>
    public void Add(MessageKey from, MessageKey to)
    {
        if (from == to) return;
        _next.TryRemove(to, out _); // it came back
        if (_next.TryAdd(from, to)) _order.Enqueue(from);
        else _next[from] = to;
        while (_order.Count > Most && _order.TryDequeue(out var oldest)) _next.TryRemove(oldest, out _);
    }

    /// <summary>The place a message is at now, as far as is known.</summary>
    public MessageKey Follow(MessageKey key)
    {
        for (var steps = 0; steps < MostSteps && _next.TryGetValue(key, out var next); steps++) key = next;
        return key;
    }
}
