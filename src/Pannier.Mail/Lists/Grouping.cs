namespace Pannier.Mail.Lists;

/// <summary>What one row of a list stands for.</summary>
public enum Grouping
{
    /// <summary>One message of one mailbox.</summary>
    None,

    /// <summary>One message, however many mailboxes and accounts hold a copy.</summary>
    Copies,

    /// <summary>One conversation.</summary>
    Conversations,
}
