namespace Pannier.Modules.Messages;

/// <summary>How the size of messages is to change.</summary>
public enum ZoomStep
{
    Bigger,
    Smaller,

    /// <summary>As their senders made them.</summary>
    Normal,
}
