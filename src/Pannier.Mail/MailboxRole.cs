namespace Pannier.Mail;

/// <summary>What a mailbox is for (RFC 6154, RFC 8621 §2). <see cref="None"/> is an ordinary mailbox.</summary>
public enum MailboxRole
{
    None,
    Inbox,
    Drafts,
    Sent,
    Archive,
    Junk,
    Trash,

    /// <summary>Holds every message again (Gmail's All Mail): left out of combined views, which show each message once.</summary>
    All,

    /// <summary>A virtual mailbox of flagged messages, left out of combined views likewise.</summary>
    Flagged,
}
