namespace Pannier.Core.Throttling;

/// <summary>How many tries failed of late: in one account, from one neighbourhood of addresses, and whether the whole site has more than usual.</summary>
public sealed record Pressure(long Account, long Address, bool IsSiteUnderAttack);
