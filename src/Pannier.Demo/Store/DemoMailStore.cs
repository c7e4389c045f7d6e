namespace Pannier.Demo.Store;

/// <summary>All mail of a demo provider, in memory, for seeding and for tests; IMAP sessions hear of every change at once.</summary>
public sealed class DemoMailStore
{
    private readonly Dictionary<string, AccountBox> accounts = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> domains = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock gate = new();
    private readonly List<RelayedMessage> relayed = [];

    internal DemoMailStore(IEnumerable<DemoAccount> accounts, TimeProvider clock)
    {
        var validity = (uint)clock.GetUtcNow().ToUnixTimeSeconds();
        foreach (var account in accounts)
        {
            this.accounts.Add(account.Address, new(account, validity));
            domains.Add(DomainOf(account.Address));
        }
    }

    /// <summary>What was submitted to other domains, oldest first; a copy.</summary>
    public IReadOnlyList<RelayedMessage> Relayed
    {
        get
        {
            lock (gate)
                return [.. relayed];
        }
    }

    /// <summary>Puts a message into a mailbox, whatever its quota.</summary>
    /// <param name="flags">System flags with their backslash, and keywords.</param>
    /// <exception cref="ArgumentException">No such account or mailbox.</exception>
    public DemoMessage Append(string address, string mailbox, byte[] raw, IEnumerable<string> flags, DateTimeOffset internalDate)
    {
        var box = Box(address);
        lock (box.Gate)
            return Existing(box, mailbox).Add(raw, DemoFlags.Of(flags), internalDate);
    }

    /// <summary>Makes a mailbox, subscribed, with the levels above it; an existing one is returned as it is.</summary>
    /// <param name="specialUse">An RFC 6154 attribute such as <c>\Archive</c>; null for none.</param>
    public DemoMailbox CreateMailbox(string address, string name, string? specialUse = null)
    {
        var box = Box(address);
        lock (box.Gate)
        {
            box.Subscribe(name);
            return box.Create(name, specialUse);
        }
    }

    /// <summary>The mailbox by its decoded name; null when the account has none such.</summary>
    public DemoMailbox? Find(string address, string name)
    {
        var box = Box(address);
        lock (box.Gate)
            return box.Find(name);
    }

    /// <summary>The account's mailboxes in the order of their names.</summary>
    public IReadOnlyList<DemoMailbox> Mailboxes(string address)
    {
        var box = Box(address);
        lock (box.Gate)
            return [.. box.Mailboxes];
    }

    /// <summary>Replaces the flags of a message, as another client would.</summary>
    public void SetFlags(string address, string mailbox, uint uid, IEnumerable<string> flags)
    {
        var box = Box(address);
        lock (box.Gate)
        {
            var found = Existing(box, mailbox);
            if (found.Held.Find(message => message.Uid == uid) is { } message)
                found.SetFlags(message, DemoFlags.Of(flags), null);
        }
    }

    /// <summary>Removes messages for good, as another client would.</summary>
    public void Expunge(string address, string mailbox, IReadOnlyCollection<uint> uids)
    {
        var box = Box(address);
        lock (box.Gate)
        {
            var found = Existing(box, mailbox);
            found.Expunge(found.Held.FindAll(message => uids.Contains(message.Uid)));
        }
    }

    /// <summary>Deletes a mailbox under whoever looks at it.</summary>
    public void DeleteMailbox(string address, string mailbox)
    {
        var box = Box(address);
        lock (box.Gate)
            box.Delete(Existing(box, mailbox));
    }

    internal void SetQuota(string address, long? bytes)
    {
        var box = Box(address);
        lock (box.Gate)
            box.Quota = bytes;
    }

    internal void ResetUidValidity(string address, string mailbox)
    {
        var box = Box(address);
        lock (box.Gate)
            box.Renumber(Existing(box, mailbox));
    }

    internal AccountBox? Account(string address) => accounts.GetValueOrDefault(address);

    internal bool IsOwnDomain(string address) => domains.Contains(DomainOf(address));

    internal void Relay(RelayedMessage message)
    {
        lock (gate)
            relayed.Add(message);
    }

    private static DemoMailbox Existing(AccountBox box, string mailbox) =>
        box.Find(mailbox) ?? throw new ArgumentException($"The account has no mailbox \"{mailbox}\"; create it first.", nameof(mailbox));

    private static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..];

    private AccountBox Box(string address) =>
        accounts.GetValueOrDefault(address) ?? throw new ArgumentException($"No demo account has the address \"{address}\".", nameof(address));
}
