namespace Pannier.Mail.Mirror.Sync;

/// <summary>What there is to do about a mailbox, as far as its sync knows.</summary>
/// <param name="IsStale">Its state is not the one it was last looked at in.</param>
/// <param name="IsClosed">It could not be opened, though the account answers.</param>
/// <param name="IsAuditDue">Its flags were last compared a day ago or more.</param>
/// <param name="IsBare">Whether previews are wanted; asked only when nothing comes before them, for it takes a walk over rows.</param>
/// <param name="IsOpen">Whether attachment marks are; asked as seldom.</param>
/// <param name="Setback">How works with it went of late.</param>
internal sealed record MailboxStanding(MailboxId Mailbox, SyncPoint Point, bool IsStale, bool IsClosed, bool IsAuditDue, Func<bool> IsBare, Func<bool> IsOpen, Func<SyncWork, Setback> Setback)
{
    /// <summary>Whether a work is to be done here.</summary>
    public bool Needs(SyncWork work) => work switch
    {
        SyncWork.Look => Point.HeldFrom is null || IsStale,
        SyncWork.Fill => !IsClosed && Point is { HeldFrom: not null, Complete: false },
        SyncWork.Audit => !IsClosed && IsAuditDue,
        SyncWork.Preview => !IsClosed && IsBare(),
        _ => !IsClosed && IsOpen(),
    };
}
