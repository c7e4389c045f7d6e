using System.Collections.Concurrent;
using System.Collections.Immutable;

using Pannier.Demo.Store;

namespace Pannier.Demo;

/// <summary>Faults on demand: every switch is thread-safe and works from the next command on.</summary>
public sealed class DemoFaults
{
    private readonly DemoMailStore store;
    private readonly Action dropAll;
    private readonly ConcurrentDictionary<string, string> refusedCommands = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, string> refusedRecipients = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, int> halved = new(StringComparer.OrdinalIgnoreCase);
    private ImmutableHashSet<string> withheld;
    private long delayTicks;
    private int imapCommands = int.MaxValue;
    private int smtpCommands = int.MaxValue;
    private int lostReplies;
    private int ceiling = int.MaxValue;

    internal DemoFaults(DemoMailStore store, IEnumerable<string> withheld, Action dropAll)
    {
        this.store = store;
        this.dropAll = dropAll;
        this.withheld = withheld.ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Waited before every answer; zero for none.</summary>
    public TimeSpan Delay
    {
        get => new(Interlocked.Read(ref delayTicks));
        set => Interlocked.Exchange(ref delayTicks, value.Ticks);
    }

    /// <summary>Text of the refusal every login gets; null lets people in again.</summary>
    public string? RefusedLogins { get; set; }

    /// <summary>How a login above the ceiling of <see cref="LimitConnections"/> is refused.</summary>
    public CeilingAnswer CeilingAnswer { get; set; }

    /// <summary>Tells what happened in the selected mailbox before the answer where it may, instead of after it.</summary>
    public bool TellsNewsFirst { get; set; }

    internal ImmutableHashSet<string> Withheld => Volatile.Read(ref withheld);

    internal int Ceiling => Volatile.Read(ref ceiling);

    /// <summary>Stops offering and obeying a capability (UIDPLUS, MOVE, CONDSTORE, ESEARCH, SORT, SPECIAL-USE, IDLE,
    /// LIST-EXTENDED, SMTPUTF8, SIZE …) on connections opened from now on.</summary>
    public void Withhold(string capability) => ImmutableInterlocked.Update(ref withheld, set => set.Add(capability));

    /// <summary>Offers a withheld capability again, on connections opened from now on.</summary>
    public void Offer(string capability) => ImmutableInterlocked.Update(ref withheld, set => set.Remove(capability));

    /// <summary>Drops each IMAP connection instead of answering its command number <paramref name="count"/> + 1; null never.</summary>
    public void DropImapAfter(int? count) => Volatile.Write(ref imapCommands, count ?? int.MaxValue);

    /// <summary>Drops each SMTP connection instead of answering its command number <paramref name="count"/> + 1; null never.</summary>
    public void DropSmtpAfter(int? count) => Volatile.Write(ref smtpCommands, count ?? int.MaxValue);

    /// <summary>Sends half of the next answer to an IMAP command ("FETCH", also when asked by UID), then drops the line; once per call.</summary>
    public void DropInAnswerTo(string command) => halved.AddOrUpdate(command, 1, (_, count) => count + 1);

    /// <summary>Closes every open connection now.</summary>
    public void DropAll() => dropAll();

    /// <summary>The next message is accepted and delivered, but the line drops before the reply to DATA; once per call.</summary>
    public void LoseNextDataReply() => Interlocked.Increment(ref lostReplies);

    /// <summary>Answers a command by name (IMAP's, or SMTP's MAIL, RCPT, DATA …) with NO or 550 and this text, which may be hostile.</summary>
    public void Refuse(string command, string text) => refusedCommands[command] = text;

    /// <summary>Obeys a refused command again.</summary>
    public void Allow(string command) => refusedCommands.TryRemove(command, out _);

    /// <summary>Refuses one recipient with 550 and this text.</summary>
    public void RefuseRecipient(string address, string text) => refusedRecipients[address] = text;

    /// <summary>Accepts a refused recipient again.</summary>
    public void AllowRecipient(string address) => refusedRecipients.TryRemove(address, out _);

    /// <summary>At most so many signed-in IMAP connections an account; null for no limit.</summary>
    public void LimitConnections(int? perAccount) => Volatile.Write(ref ceiling, perAccount ?? int.MaxValue);

    /// <summary>Bytes an account may hold; null for no limit. APPEND and COPY beyond it answer NO [OVERQUOTA].</summary>
    public void SetQuota(string address, long? bytes) => store.SetQuota(address, bytes);

    /// <summary>Gives a mailbox a new UIDVALIDITY and its messages new UIDs; connections that have it selected get BYE.</summary>
    public void ResetUidValidity(string address, string mailbox) => store.ResetUidValidity(address, mailbox);

    /// <summary>Switches every fault off that this object holds; quotas stay.</summary>
    public void Clear()
    {
        Volatile.Write(ref withheld, []);
        Delay = TimeSpan.Zero;
        RefusedLogins = null;
        TellsNewsFirst = false;
        DropImapAfter(null);
        DropSmtpAfter(null);
        LimitConnections(null);
        Interlocked.Exchange(ref lostReplies, 0);
        halved.Clear();
        refusedCommands.Clear();
        refusedRecipients.Clear();
    }

    internal string? RefusalOf(string command) => refusedCommands.GetValueOrDefault(command);

    internal string? RefusalOfRecipient(string address) => refusedRecipients.GetValueOrDefault(address);

    internal bool DropsImapAt(int command) => command > Volatile.Read(ref imapCommands);

    internal bool DropsSmtpAt(int command) => command > Volatile.Read(ref smtpCommands);

    internal bool TakeHalvedAnswer(string command)
    {
        while (halved.TryGetValue(command, out var count) && count > 0)
            if (halved.TryUpdate(command, count - 1, count))
                return true;
        return false;
    }

    internal bool TakeLostReply()
    {
        while (Volatile.Read(ref lostReplies) is var count and > 0)
            if (Interlocked.CompareExchange(ref lostReplies, count - 1, count) == count)
                return true;
        return false;
    }
}
