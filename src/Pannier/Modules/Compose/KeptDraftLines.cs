namespace Pannier.Modules.Compose;

/// <summary>Drafts that are newer here than on any server.</summary>
public sealed record KeptDraftLines(IReadOnlyList<KeptDraftLine> Lines);
