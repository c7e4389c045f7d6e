namespace Pannier.Mail;

/// <summary>A mailbox of one of the person's accounts.</summary>
/// <param name="Role">As the person chose it, else by SPECIAL-USE, else by its name.</param>
/// <param name="State">As last told by the server; null when it never told or is not selectable.</param>
public sealed record Mailbox(
    AccountId Account,
    MailboxId Id,
    MailboxName Name,
    MailboxRole Role,
    bool Selectable,
    bool Subscribed,
    MailboxState? State);
