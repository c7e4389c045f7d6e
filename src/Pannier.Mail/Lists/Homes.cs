namespace Pannier.Mail.Lists;

/// <summary>Where messages go that are moved to a role.</summary>
public static class Homes
{
    /// <summary>The mailbox of a role, of one account; where nothing is for the archive, <c>\All</c> is: on Gmail a message is archived by leaving the INBOX.</summary>
    public static Mailbox? Of(IEnumerable<Mailbox> mailboxes, MailboxRole role)
    {
        var all = mailboxes.Where(mailbox => mailbox.Selectable).ToList();
        return all.Find(mailbox => mailbox.Role == role) ?? (role == MailboxRole.Archive ? all.Find(mailbox => mailbox.Role == MailboxRole.All) : null);
    }
}
