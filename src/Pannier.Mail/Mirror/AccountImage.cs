using System.Collections.Immutable;
using Pannier.Mail.Lists;

namespace Pannier.Mail.Mirror;

/// <summary>One account in one version of the mirror.</summary>
/// <param name="Mailboxes">As last listed; empty before the first answer.</param>
/// <param name="Fault">Why it is <see cref="SyncStage.Failing"/>; null otherwise.</param>
public sealed record AccountImage(
    AccountId Account,
    InCombinedViews Combined,
    IReadOnlyList<Mailbox> Mailboxes,
    ImmutableDictionary<MailboxId, MailboxImage> Images,
    SyncStage Stage,
    MailFault? Fault)
{
    public static AccountImage Empty(AccountId account, InCombinedViews combined) =>
        new(account, combined, [], ImmutableDictionary<MailboxId, MailboxImage>.Empty, SyncStage.Waiting, null);
}
