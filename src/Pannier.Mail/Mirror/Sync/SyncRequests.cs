namespace Pannier.Mail.Mirror.Sync;

/// <summary>What others ask of an account's sync: to look at mailboxes now, and to read previews of rows that are shown.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class SyncRequests
{
    private readonly Lock _lock = new();
    private Dictionary<MailboxId, TaskCompletionSource> _looks = [];
    private Dictionary<MailboxId, HashSet<Uid>> _previews = [];
    private TaskCompletionSource _asked = New();
    private bool _wantsList;

    /// <summary>Ends when something was asked for that nobody has taken yet.</summary>
    public Task Asked
    {
        get
        {
            lock (_lock) return _asked.Task;
        }
    }

    /// <returns>Ends when a look that began after this has ended, well or not.</returns>
    public Task Look(MailboxId mailbox)
    {
        lock (_lock)
        {
            if (!_looks.TryGetValue(mailbox, out var look)) _looks[mailbox] = look = New();
            _asked.TrySetResult();
            return look.Task;
        }
    }

    public void Previews(MailboxId mailbox, IEnumerable<Uid> uids)
    {
        lock (_lock)
        {
            if (!_previews.TryGetValue(mailbox, out var wanted)) _previews[mailbox] = wanted = [];
            wanted.UnionWith(uids);
            _asked.TrySetResult();
        }
    }

    /// <summary>Asks for the mailboxes to be listed again.</summary>
    public void List()
    {
        lock (_lock)
        {
            _wantsList = true;
            _asked.TrySetResult();
        }
    }

    /// <summary>Lets whoever waits for <see cref="Asked"/> look again.</summary>
    public void Wake()
    {
        lock (_lock) _asked.TrySetResult();
    }

    /// <summary>Everything asked so far; whoever takes it sees to it.</summary>
    public (IReadOnlyDictionary<MailboxId, TaskCompletionSource> Looks, IReadOnlyDictionary<MailboxId, HashSet<Uid>> Previews, bool List) Take()
    {
        lock (_lock)
        {
            var taken = (_looks, _previews, _wantsList);
            (_looks, _previews, _wantsList) = ([], [], false);
            if (_asked.Task.IsCompleted) _asked = New();
            return taken;
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
