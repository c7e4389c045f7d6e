using Pannier.Core.Audit;

namespace Pannier.Core.Sessions;

/// <summary>One of a person's sessions, as a list shows it.</summary>
/// <param name="Id">What it can be ended by; it does not open anything.</param>
/// <param name="UsedAt">To the minute.</param>
/// <param name="From">Where it was begun.</param>
/// <param name="IsThis">The one that asks.</param>
public sealed record SessionSummary(string Id, DateTimeOffset CreatedAt, DateTimeOffset UsedAt, Whereabouts From, bool IsThis);
