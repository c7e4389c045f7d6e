namespace Pannier.Modules.Lists;

/// <summary>The search field in the header; searches everywhere.</summary>
public sealed record SearchBox;
