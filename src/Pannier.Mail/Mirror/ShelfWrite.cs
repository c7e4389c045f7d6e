namespace Pannier.Mail.Mirror;

/// <summary>One box to write to the shelf, or to take off it.</summary>
/// <param name="Number">Its number among the boxes of its kind and mailbox; one written again replaces the old.</param>
/// <param name="Content">In the clear, sealed by the shelf; null to take it off.</param>
public sealed record ShelfWrite(AccountId Account, MailboxId Mailbox, ShelfKind Kind, long Number, ReadOnlyMemory<byte>? Content);
