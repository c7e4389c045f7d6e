namespace Pannier.Core.Factors;

/// <summary>Where a person's second factor stands.</summary>
/// <param name="Since">When the authenticator app was set up; null when there is none.</param>
/// <param name="CodesLeft">Recovery codes not used yet.</param>
/// <param name="Passkeys">How many there are, wherever they work.</param>
public sealed record FactorState(DateTimeOffset? Since, int CodesLeft, int Passkeys)
{
    /// <summary>Whether something is asked for after the password.</summary>
    public bool IsSetUp => Since is not null || Passkeys > 0;
}
