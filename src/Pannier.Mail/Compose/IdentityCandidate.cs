namespace Pannier.Mail.Compose;

/// <summary>An identity the person may write as.</summary>
/// <param name="Key">The caller's own name for it.</param>
/// <param name="IsDefault">Whether its account writes as this one when nothing says otherwise.</param>
public sealed record IdentityCandidate(string Key, AccountId Account, string Address, bool IsDefault);
