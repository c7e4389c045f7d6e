namespace Pannier.Modules.Compose;

/// <summary>Past correspondents that fit what is typed.</summary>
public sealed record Suggestions(IReadOnlyList<Suggestion> All);
