namespace Pannier.Core.Factors;

/// <summary>What came of adding a passkey.</summary>
public enum PasskeyAdding
{
    Done,

    /// <summary>Nothing was asked, or too long ago, or it was answered before.</summary>
    NotAsked,

    /// <summary>The answer does not fit this site and this person.</summary>
    Unfit,

    /// <summary>The person has as many as one may have.</summary>
    TooMany,
}
