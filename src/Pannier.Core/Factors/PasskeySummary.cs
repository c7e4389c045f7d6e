namespace Pannier.Core.Factors;

/// <summary>A passkey as a list shows it.</summary>
/// <param name="Host">Where it works.</param>
/// <param name="UsedAt">Null when never.</param>
/// <param name="SignsIn">Whether it signs in alone, without a password.</param>
public sealed record PasskeySummary(string Id, string Name, string Host, DateTimeOffset AddedAt, DateTimeOffset? UsedAt, bool SignsIn);
