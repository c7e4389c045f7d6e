namespace Pannier.Core.Factors;

/// <summary>What came of a passkey's answer.</summary>
public enum PasskeyCheck
{
    Right,
    Wrong,

    /// <summary>Nothing was asked, or too long ago, or it was answered before.</summary>
    NotAsked,

    /// <summary>All fits, but the authenticator has counted less than at its last use: there may be a copy of it. Refused.</summary>
    WentBack,
}
