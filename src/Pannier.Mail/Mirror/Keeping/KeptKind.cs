namespace Pannier.Mail.Mirror.Keeping;

/// <summary>What a box on the shelf holds.</summary>
public enum KeptKind
{
    /// <summary>What belongs to the whole mirror: the key its Message-IDs are hashed by.</summary>
    Mirror = 0,

    /// <summary>An account's mailboxes as last listed.</summary>
    Account = 1,

    /// <summary>A mailbox's sync point, and the blocks it is made of.</summary>
    Mailbox = 2,

    /// <summary>A block's rows but for their keywords.</summary>
    Rows = 3,

    /// <summary>A block's keywords.</summary>
    Keywords = 4,
}
