namespace Pannier.Core.Factors;

/// <summary>Where a person's second factor stands.</summary>
/// <param name="Since">When it was set up; null when there is none.</param>
/// <param name="CodesLeft">Recovery codes not used yet.</param>
public sealed record FactorState(DateTimeOffset? Since, int CodesLeft);
