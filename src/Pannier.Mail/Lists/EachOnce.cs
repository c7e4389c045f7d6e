namespace Pannier.Mail.Lists;

/// <summary>The mailboxes that together hold each message a person means by "everything" once: no junk, trash or drafts.</summary>
public static class EachOnce
{
    /// <summary>An account's <c>\All</c> where its server has one, which holds them all (RFC 6154 §2; Gmail's labels are mailboxes that hold them again); else all its others.</summary>
    public static IEnumerable<Mailbox> Of(IEnumerable<Mailbox> mailboxes) => mailboxes.Where(mailbox => mailbox.Selectable).GroupBy(mailbox => mailbox.Account).SelectMany(InAccount);

    private static IEnumerable<Mailbox> InAccount(IEnumerable<Mailbox> mailboxes) => mailboxes.FirstOrDefault(mailbox => mailbox.Role == MailboxRole.All) is { } all
        ? [all]
        : mailboxes.Where(mailbox => mailbox.Role is not (MailboxRole.Junk or MailboxRole.Trash or MailboxRole.Drafts or MailboxRole.Flagged));
}
