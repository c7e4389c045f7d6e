namespace Pannier.Modules.Compose;

/// <summary>A draft that only the journal holds.</summary>
public sealed record KeptDraftLine(DraftId Id, string? Subject, DateTimeOffset At);
