namespace Pannier.Demo.Store;

/// <summary>One mailbox of an account. Its state is guarded by the account's lock; views hear of every change.</summary>
public sealed class DemoMailbox
{
    private const int MostVanished = 10_000;

    private readonly List<DemoMessage> messages = [];
    private readonly List<MailboxView> views = [];
    private readonly Queue<(uint Uid, ulong ModSeq)> vanished = [];
    private ulong forgotten;

    internal DemoMailbox(AccountBox account, string name, string? specialUse, uint uidValidity)
    {
        Account = account;
        Name = name;
        SpecialUse = specialUse;
        UidValidity = uidValidity;
        HighestModSeq = account.NextModSeq();
    }

    /// <summary>The decoded name, levels separated by "/"; "INBOX" for the inbox.</summary>
    public string Name { get; internal set; }

    /// <summary>The RFC 6154 attribute ("\Sent"), null for none.</summary>
    public string? SpecialUse { get; internal set; }

    public uint UidValidity { get; private set; }

    public uint UidNext { get; private set; } = 1;

    public ulong HighestModSeq { get; internal set; }

    public bool Subscribed => Account.IsSubscribed(Name);

    /// <summary>A copy of what the mailbox holds now, in UID order.</summary>
    public IReadOnlyList<DemoMessage> Messages
    {
        get
        {
            lock (Account.Gate)
                return [.. messages];
        }
    }

    internal AccountBox Account { get; }

    /// <summary>True when the mailbox was deleted but has children: it is listed and can't be selected.</summary>
    internal bool NoSelect { get; set; }

    /// <summary>Messages from this UID on were announced to no session yet (\Recent).</summary>
    internal uint FirstRecent { get; private set; } = 1;

    internal List<DemoMessage> Held => messages;

    internal DemoMessage Add(byte[] raw, DemoFlags flags, DateTimeOffset internalDate) =>
        Add(new DemoMessage(UidNext, raw, internalDate, flags, Touch()));

    internal DemoMessage AddCopyOf(DemoMessage message) => Add(message.CopyTo(UidNext, Touch()));

    /// <summary>Changes flags, tells every view but the one that asked, and returns false when nothing changed.</summary>
    internal bool SetFlags(DemoMessage message, DemoFlags flags, MailboxView? by)
    {
        if (message.Expunged || message.Flags.SameAs(flags))
            return false;
        message.State = new(flags, Touch());
        foreach (var view in views)
            if (view != by)
                view.NoteFlags(message);
        return true;
    }

    internal void Expunge(IReadOnlyCollection<DemoMessage> gone)
    {
        var removed = new List<uint>();
        foreach (var message in gone)
        {
            if (message.Expunged)
                continue;
            message.Expunged = true;
            removed.Add(message.Uid);
            Account.Used -= message.Size;
            foreach (var view in views)
                view.NoteExpunged(message);
        }

        if (removed.Count == 0)
            return;
        messages.RemoveAll(message => message.Expunged);
        Touch();
        foreach (var uid in removed)
            vanished.Enqueue((uid, HighestModSeq));
        while (vanished.Count > MostVanished)
            forgotten = vanished.Dequeue().ModSeq;
    }

    /// <summary>The UIDs removed after a mod-sequence, ascending; all that are not there when that is too long ago (RFC 7162 §3.2.5.2).</summary>
    internal IReadOnlyList<uint> VanishedSince(ulong modSeq)
    {
        if (modSeq >= forgotten)
            return [.. vanished.Where(one => one.ModSeq > modSeq).Select(one => one.Uid).Order()];
        var there = messages.Select(message => message.Uid).ToHashSet();
        return [.. Enumerable.Range(1, (int)UidNext - 1).Select(uid => (uint)uid).Where(uid => !there.Contains(uid))];
    }

    internal MailboxView Open(ViewAccess access)
    {
        var recent = FirstRecent;
        if (access == ViewAccess.ReadWrite)
            FirstRecent = UidNext;
        var view = new MailboxView(this, access, [.. messages], recent);
        views.Add(view);
        return view;
    }

    internal void ClaimRecent() => FirstRecent = UidNext;

    internal void Leave(MailboxView view) => views.Remove(view);

    internal void Renumber(uint uidValidity)
    {
        var old = messages.ToArray();
        foreach (var message in old)
            message.Expunged = true;
        messages.Clear();
        vanished.Clear();
        UidValidity = uidValidity;
        UidNext = 1;
        FirstRecent = 1;
        foreach (var message in old)
            messages.Add(message.CopyTo(UidNext++, Touch()));
        foreach (var view in views)
            view.NoteGone();
    }

    private DemoMessage Add(DemoMessage message)
    {
        messages.Add(message);
        UidNext++;
        Account.Used += message.Size;
        foreach (var view in views)
            view.NoteArrived(message);
        return message;
    }

    private ulong Touch() => HighestModSeq = Account.NextModSeq();
}
