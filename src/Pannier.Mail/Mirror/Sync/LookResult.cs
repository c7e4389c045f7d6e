namespace Pannier.Mail.Mirror.Sync;

/// <summary>What a look at a mailbox told.</summary>
/// <param name="State">As the server told it before anything else was asked.</param>
/// <param name="Delta">Null when nothing is different.</param>
/// <param name="Below">Uids of messages that are older than all held, ascending; null when that is not known.</param>
internal sealed record LookResult(MailboxState State, MailboxDelta? Delta, IReadOnlyList<Uid>? Below);
