namespace Pannier.Modules.Lists;

/// <summary>The search field in the header; searches everywhere.</summary>
/// <param name="Typed">What this page was found by; null for nothing.</param>
public sealed record SearchBox(string? Typed);
