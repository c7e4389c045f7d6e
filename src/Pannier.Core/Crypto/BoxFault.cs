namespace Pannier.Core.Crypto;

/// <summary>Why a box did not open.</summary>
public enum BoxFault
{
    /// <summary>Changed, cut, moved to another place, or sealed with another key: they cannot be told apart.</summary>
    Damaged,

    /// <summary>Written in a form newer than this program knows.</summary>
    UnknownForm,

    /// <summary>Its algorithm needs libsodium, which this process could not load.</summary>
    AlgorithmMissing,

    /// <summary>Its key number is not in the keyring.</summary>
    KeyMissing,
}
