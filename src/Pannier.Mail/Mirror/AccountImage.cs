using System.Collections.Immutable;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror.Intents;

namespace Pannier.Mail.Mirror;

/// <summary>One account in one version of the mirror.</summary>
/// <param name="Mailboxes">As last listed; empty before the first answer.</param>
/// <param name="Images">What lists show.</param>
/// <param name="Fault">Why it is <see cref="SyncStage.Failing"/>; null otherwise.</param>
public sealed record AccountImage(
    AccountId Account,
    InCombinedViews Combined,
    IReadOnlyList<Mailbox> Mailboxes,
    ImmutableDictionary<MailboxId, MailboxImage> Images,
    SyncStage Stage,
    MailFault? Fault)
{
    /// <summary>The server's last word; the same as <see cref="Images"/> but for what the person did since.</summary>
    public ImmutableDictionary<MailboxId, MailboxImage> Told { get; init; } = Images;

    /// <summary>What they did and the server has not said yes to, in order.</summary>
    public ImmutableList<Intent> Intents { get; init; } = [];

    public static AccountImage Empty(AccountId account, InCombinedViews combined) =>
        new(account, combined, [], ImmutableDictionary<MailboxId, MailboxImage>.Empty, SyncStage.Waiting, null);

    /// <summary>With the server's word on a mailbox.</summary>
    internal AccountImage With(MailboxImage told) => this with { Told = Told.SetItem(told.Mailbox, told), Images = Images.SetItem(told.Mailbox, Overlay.Over(told, Intents)) };

    /// <summary>With other intents; the mailbox they concern is shown anew.</summary>
    internal AccountImage With(ImmutableList<Intent> intents, MailboxId mailbox) =>
        this with { Intents = intents, Images = Told.TryGetValue(mailbox, out var told) ? Images.SetItem(mailbox, Overlay.Over(told, intents)) : Images };
}
