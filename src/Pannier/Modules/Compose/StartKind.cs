namespace Pannier.Modules.Compose;

/// <summary>What a message being written began as.</summary>
public enum StartKind
{
    New,
    Reply,
    ReplyAll,

    /// <summary>The original's text under its head, its files with it.</summary>
    Forward,

    /// <summary>The original whole, as a file.</summary>
    ForwardAttached,

    /// <summary>A message of a Drafts mailbox, taken up again.</summary>
    Edit,
}
