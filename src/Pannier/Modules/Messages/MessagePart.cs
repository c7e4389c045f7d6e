namespace Pannier.Modules.Messages;

/// <summary>How much of a message's page is asked for.</summary>
public enum MessagePart
{
    /// <summary>With its list beside it, where the person wants that.</summary>
    Whole,

    /// <summary>The message alone, to go beside a list that is there already.</summary>
    Reading,
}
