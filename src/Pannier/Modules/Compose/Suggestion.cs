namespace Pannier.Modules.Compose;

/// <summary>One of them.</summary>
/// <param name="Value">As it goes into the field.</param>
public sealed record Suggestion(string? Name, string Address, string Value);
