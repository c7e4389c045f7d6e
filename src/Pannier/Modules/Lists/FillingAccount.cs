namespace Pannier.Modules.Lists;

/// <summary>An account whose older mail is still being read in.</summary>
/// <param name="Of">0 while not even that is known.</param>
/// <param name="Since">From which day on all is there; null while that is not known.</param>
public sealed record FillingAccount(string Name, int Held, int Of, string? Since, bool IsHeld);
