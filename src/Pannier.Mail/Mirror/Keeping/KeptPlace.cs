namespace Pannier.Mail.Mirror.Keeping;

/// <summary>Where a box stands; it opens nowhere else.</summary>
/// <param name="Account">0 for what belongs to the whole mirror.</param>
/// <param name="Mailbox">0 for what belongs to the whole account.</param>
/// <param name="Number">The block's; 0 for what there is one of.</param>
public readonly record struct KeptPlace(AccountId Account, MailboxId Mailbox, KeptKind Kind, long Number);
