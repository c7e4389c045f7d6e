namespace Pannier.Core.Factors;

/// <summary>What a new passkey is to be good for.</summary>
public enum PasskeyKind
{
    SecondFactor,

    /// <summary>A second factor that also signs in by itself, if it can give a key (PRF).</summary>
    Alone,
}
