using Microsoft.Extensions.Logging;

namespace Pannier.Mail.Imap;

/// <summary>The connections to one host with one login: how many there are, how many there may be, and who waits for one.</summary>
internal sealed class Lane
{
    private static readonly TimeSpan GrowAfter = TimeSpan.FromMinutes(10);
    private readonly Lock _lock = new();
    private readonly LinkedList<Waiter> _waiters = new();
    private readonly List<ImapStore> _members = [];
    private readonly List<CancellationTokenSource> _watches = [];
    private readonly HostName _host;
    private readonly int _most;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private DateTimeOffset _changed;
    private int _ceiling;
    private int _open;

    public Lane(HostName host, int most, TimeProvider time, ILogger logger)
    {
        (_host, _most, _time, _logger) = (host, most, time, logger);
        (_ceiling, _changed) = (most, time.GetUtcNow());
    }

    public int Ceiling
    {
        get
        {
            lock (_lock) return _ceiling;
        }
    }

    public int Open
    {
        get
        {
            lock (_lock) return _open;
        }
    }

    public void Join(ImapStore member)
    {
        lock (_lock) _members.Add(member);
    }

    public void Leave(ImapStore member)
    {
        lock (_lock) _members.Remove(member);
    }

    /// <summary>A line is held for news; it is cancelled when somebody would have to wait.</summary>
    public void Watch(CancellationTokenSource needed)
    {
        lock (_lock) _watches.Add(needed);
    }

    public void Unwatch(CancellationTokenSource needed)
    {
        lock (_lock) _watches.Remove(needed);
    }

    /// <summary>Waits until one more connection may be opened, or until the member's own is free.</summary>
    /// <returns>A free connection of this member; null for leave to open one, given back by <see cref="Closed"/>.</returns>
    public async Task<ImapConnection?> EnterAsync(ImapStore member, CancellationToken cancellation)
    {
        LinkedListNode<Waiter> node;
        ImapStore[] members;
        lock (_lock)
        {
            Grow();
            if (_open < _ceiling)
            {
                _open++;
                return null;
            }

            node = _waiters.AddLast(new Waiter(member));
            members = [.. _members.OrderBy(other => other != member)]; // its own first: one may have come free just now
        }

        var isFree = false;
        foreach (var one in members)
            if (isFree = await one.GiveUpIdleAsync()) break;
        if (!isFree) EndAWatch();

        return await WaitAsync(node, cancellation);
    }

    /// <summary>Passes a connection that came free to its member if that waits longest.</summary>
    /// <param name="keep">Keeps it for later, when nobody waits; false when the member wants it no more.</param>
    /// <returns>False when it must be closed: another waits, or there are too many.</returns>
    public bool Offer(ImapStore member, ImapConnection connection, Func<bool> keep)
    {
        lock (_lock)
        {
            if (_open > _ceiling) return false;
            while (_waiters.First is { } first)
            {
                if (first.Value.Member != member) return false;
                _waiters.RemoveFirst();
                if (first.Value.Granted.TrySetResult(connection)) return true;
            }

            return keep();
        }
    }

    /// <summary>A connection is gone, or leave to open one was not used.</summary>
    public void Closed()
    {
        lock (_lock)
        {
            _open--;
            while (_open < _ceiling && _waiters.First is { } first)
            {
                _waiters.RemoveFirst();
                if (first.Value.Granted.TrySetResult(null)) _open++;
            }
        }
    }

    /// <summary>The server refused one more connection; the one refused still counts as open.</summary>
    public void Refused()
    {
        lock (_lock)
        {
            _ceiling = Math.Max(1, Math.Min(_ceiling, _open - 1));
            _changed = _time.GetUtcNow();
            Log.CeilingLowered(_logger, _host, _ceiling);
        }
    }

    private void EndAWatch()
    {
        lock (_lock)
        {
            if (_watches is not [.., var last]) return;
            _watches.RemoveAt(_watches.Count - 1); // the next who waits ends another
            _ = last.CancelAsync(); // its callbacks run elsewhere, not under this lock
        }
    }

    private void Grow()
    {
        if (_ceiling >= _most || _time.GetUtcNow() - _changed < GrowAfter) return;
        _ceiling++;
        _changed = _time.GetUtcNow();
    }

    private async Task<ImapConnection?> WaitAsync(LinkedListNode<Waiter> node, CancellationToken cancellation)
    {
        var granted = node.Value.Granted;
        await using var registration = cancellation.Register(() => granted.TrySetCanceled(cancellation));
        try
        {
            return await granted.Task;
        }
        catch (OperationCanceledException)
        {
            lock (_lock)
                if (node.List is not null) _waiters.Remove(node);
            throw;
        }
    }

    private sealed record Waiter(ImapStore Member)
    {
        public TaskCompletionSource<ImapConnection?> Granted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
