namespace Pannier.Core;

/// <summary>What a notice tells of.</summary>
public enum SaidTone
{
    /// <summary>Something done; it goes by itself.</summary>
    Done,

    /// <summary>Something that did not go well; it stays until it is closed.</summary>
    Trouble,
}
