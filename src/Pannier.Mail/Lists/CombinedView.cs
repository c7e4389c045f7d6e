namespace Pannier.Mail.Lists;

/// <summary>The views over all accounts. Hidden accounts take part in none.</summary>
public enum CombinedView
{
    /// <summary>Every INBOX.</summary>
    Inbox,

    /// <summary>Unread, in all selectable mailboxes but Junk, Trash, Drafts and <c>\All</c>.</summary>
    Unread,

    /// <summary>Flagged, in the same mailboxes.</summary>
    Flagged,

    /// <summary>All of the same mailboxes.</summary>
    Everything,
    Sent,
    Drafts,
    Archive,
    Junk,
    Trash,
}
