namespace Pannier.Mail.Mirror.Sync;

/// <summary>How a mailbox is compared with its image; decided from what both say of themselves, before anything else is asked.</summary>
internal abstract record LookPlan
{
    private LookPlan()
    {
    }

    /// <summary>Nothing is held, or the mailbox was made anew (RFC 9051 §2.3.1.1): the newest page is read and the rest follows.</summary>
    internal sealed record Anew : LookPlan;

    /// <summary>No flag changed and nothing came since; whether something went, the count tells.</summary>
    internal sealed record Still : LookPlan;

    /// <summary>What changed since is asked for (RFC 7162 §3.1.4.1); whether something went, the count tells.</summary>
    internal sealed record Since(ulong ModSeq) : LookPlan;

    /// <summary>All uids and flags are compared: where mod-sequences are not kept, ran backwards, or are not trusted just now.</summary>
    internal sealed record Compare : LookPlan;

    public static LookPlan Of(SyncPoint held, MailboxState now, FlagTrust trust) => (held, now) switch
    {
        _ when held.HeldFrom is null || held.UidValidity != now.UidValidity => new Anew(),
        _ when trust == FlagTrust.Audit => new Compare(),
        ({ HighestModSeq: { } since }, { HighestModSeq: { } until }) when until == since => new Still(),
        ({ HighestModSeq: { } since }, { HighestModSeq: { } until }) when until > since => new Since(since),
        _ => new Compare(),
    };

    /// <summary>Whether nobody is missing: what is held, what is not yet, what went and what came are as many as the mailbox has.</summary>
    /// <param name="below">Messages older than all held; null when that is not known.</param>
    public static bool AddsUp(int? below, int held, int gone, int come, MailboxState now) => below is { } older && older + held - gone + come == now.Exists;
}
