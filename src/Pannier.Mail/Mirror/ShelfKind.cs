namespace Pannier.Mail.Mirror;

/// <summary>What a box on the shelf holds.</summary>
public enum ShelfKind
{
    /// <summary>What never changes of at most 4,096 messages.</summary>
    Segment = 0,

    /// <summary>Their previews.</summary>
    Previews = 1,

    /// <summary>Changes since the segments were written, with their sync point.</summary>
    Journal = 2,
}
