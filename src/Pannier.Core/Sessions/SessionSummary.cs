namespace Pannier.Core.Sessions;

/// <summary>One of a person's sessions, as a list shows it.</summary>
/// <param name="UsedAt">To the minute.</param>
/// <param name="IsThis">The one that asks.</param>
public sealed record SessionSummary(DateTimeOffset CreatedAt, DateTimeOffset UsedAt, bool IsThis);
