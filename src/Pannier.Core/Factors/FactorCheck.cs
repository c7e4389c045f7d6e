namespace Pannier.Core.Factors;

/// <summary>What came of a typed code.</summary>
public enum FactorCheck
{
    Wrong,

    /// <summary>The code of an authenticator app.</summary>
    App,

    /// <summary>A recovery code, which is used up now.</summary>
    RecoveryCode,
}
