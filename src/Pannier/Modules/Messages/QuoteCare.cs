namespace Pannier.Modules.Messages;

/// <summary>What becomes of the quoted end of a formatted message.</summary>
public enum QuoteCare
{
    /// <summary>It is what the message is there for.</summary>
    Show,

    Fold,
}
