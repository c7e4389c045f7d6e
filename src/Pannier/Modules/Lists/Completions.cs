namespace Pannier.Modules.Lists;

/// <summary>How a search may go on.</summary>
public sealed record Completions(IReadOnlyList<Completion> All);
