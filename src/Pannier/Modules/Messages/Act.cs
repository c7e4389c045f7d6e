namespace Pannier.Modules.Messages;

/// <summary>What the buttons of a list or message say.</summary>
public enum Act
{
    MarkRead,
    MarkUnread,
    Flag,
    Unflag,
    Archive,
    Junk,
    NotJunk,

    /// <summary>To Trash; in Trash itself it asks and then removes for good.</summary>
    Delete,

    /// <summary>Removes for good, asked first.</summary>
    Destroy,
    Move,
    Copy,
}
