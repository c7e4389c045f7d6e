namespace Pannier.Mail.Imap;

/// <summary>
/// Messages whose ENVELOPE or BODYSTRUCTURE could not be taken. Asking for it again costs the connection again, so they are read
/// another way while the store is open.
/// </summary>
/// <remarks>Thread-safe. Keeps 10,000; whoever files more has all of them found out anew.</remarks>
internal sealed class OddMessages
{
    private const int Most = 10_000;
    private readonly Lock _lock = new();
    private readonly HashSet<(MailboxRef Mailbox, Uid Uid)> _known = [];

    public bool Has(MailboxRef mailbox, Uid uid)
    {
        lock (_lock) return _known.Contains((mailbox, uid));
    }

    public void Add(MailboxRef mailbox, Uid uid)
    {
        lock (_lock)
        {
            if (_known.Count >= Most) _known.Clear();
            _known.Add((mailbox, uid));
        }
    }
}
