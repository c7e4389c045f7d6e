namespace Pannier.Demo.Store;

/// <summary>All mail of one account behind one lock, <see cref="Gate"/>: whoever reads or changes mailboxes holds it.</summary>
internal sealed class AccountBox
{
    private static readonly (string Name, string? Use)[] Usual =
    [
        ("INBOX", null), ("Archive", "\\Archive"), ("Drafts", "\\Drafts"), ("Sent", "\\Sent"), ("Junk", "\\Junk"), ("Trash", "\\Trash"),
    ];

    private readonly SortedDictionary<string, DemoMailbox> mailboxes = new(StringComparer.Ordinal);
    private readonly SortedSet<string> subscriptions = new(StringComparer.Ordinal);
    private ulong modSeq;
    private uint lastUidValidity;

    public AccountBox(DemoAccount account, uint firstUidValidity)
    {
        Account = account;
        lastUidValidity = firstUidValidity;
        foreach (var (name, use) in Usual)
        {
            Create(name, use);
            subscriptions.Add(name);
        }
    }

    public Lock Gate { get; } = new();

    public DemoAccount Account { get; }

    public long Used { get; set; }

    public long? Quota { get; set; }

    /// <summary>Signed-in IMAP connections, for the ceiling.</summary>
    public int Connections { get; set; }

    public IEnumerable<DemoMailbox> Mailboxes => mailboxes.Values;

    public IEnumerable<string> Subscriptions => subscriptions;

    public ulong NextModSeq() => ++modSeq;

    public bool HasRoomFor(long bytes) => Quota is not { } quota || Used + bytes <= quota;

    public bool IsSubscribed(string name)
    {
        lock (Gate)
            return subscriptions.Contains(name);
    }

    public void Subscribe(string name) => subscriptions.Add(name);

    public void Unsubscribe(string name) => subscriptions.Remove(name);

    public DemoMailbox? Find(string name) => mailboxes.GetValueOrDefault(name);

    public bool HasChildren(string name) => mailboxes.Keys.Any(other => other.StartsWith(name + "/", StringComparison.Ordinal));

    /// <summary>Makes a mailbox and the levels above it that are missing; revives one that only has children.</summary>
    public DemoMailbox Create(string name, string? specialUse)
    {
        for (var slash = name.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = name.IndexOf('/', slash + 1))
            mailboxes.TryAdd(name[..slash], new(this, name[..slash], null, ++lastUidValidity));
        if (mailboxes.TryGetValue(name, out var old))
        {
            old.NoSelect = false;
            old.SpecialUse = specialUse ?? old.SpecialUse;
            return old;
        }

        return mailboxes[name] = new(this, name, specialUse, ++lastUidValidity);
    }

    /// <summary>Deletes a mailbox and its messages; with children its name stays, not selectable (RFC 3501 §6.3.4).</summary>
    public void Delete(DemoMailbox mailbox)
    {
        mailbox.Expunge([.. mailbox.Held]);
        mailbox.SpecialUse = null;
        if (HasChildren(mailbox.Name))
        {
            mailbox.NoSelect = true;
            mailbox.Renumber(++lastUidValidity);
        }
        else
        {
            mailboxes.Remove(mailbox.Name);
        }
    }

    /// <summary>Renames a mailbox with its children; subscriptions stay with the names (RFC 3501 §6.3.6).</summary>
    public void Rename(DemoMailbox mailbox, string to)
    {
        var moved = mailboxes.Values.Where(other => other == mailbox || other.Name.StartsWith(mailbox.Name + "/", StringComparison.Ordinal)).ToList();
        var prefix = mailbox.Name.Length;
        foreach (var each in moved)
            mailboxes.Remove(each.Name);
        if (to.LastIndexOf('/') is var slash and > 0)
            Create(to[..slash], null);
        foreach (var each in moved)
        {
            each.Name = to + each.Name[prefix..];
            mailboxes[each.Name] = each;
        }
    }

    public void Renumber(DemoMailbox mailbox) => mailbox.Renumber(++lastUidValidity);
}
