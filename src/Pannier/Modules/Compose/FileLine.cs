namespace Pannier.Modules.Compose;

/// <summary>A file in the form.</summary>
/// <param name="Size">For people; null when not known yet.</param>
public sealed record FileLine(string Id, string Name, string? Size);
