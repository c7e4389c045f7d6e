namespace Pannier.Modules.Accounts;

/// <summary>The sidebar's link to a new account.</summary>
public sealed record AddOffer(bool IsHere);
