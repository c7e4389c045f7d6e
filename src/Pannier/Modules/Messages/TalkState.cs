namespace Pannier.Modules.Messages;

/// <summary>How a message of a conversation stands.</summary>
public enum TalkState
{
    Read,
    Unread,

    /// <summary>The one that is open.</summary>
    Here,
}
