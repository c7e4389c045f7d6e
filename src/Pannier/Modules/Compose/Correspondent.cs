namespace Pannier.Modules.Compose;

/// <summary>Somebody the person has written to.</summary>
/// <param name="Name">Null when none is known.</param>
/// <param name="Uses">How often.</param>
/// <param name="LastUse">When last.</param>
public sealed record Correspondent(string? Name, string Address, int Uses, DateTimeOffset LastUse);
