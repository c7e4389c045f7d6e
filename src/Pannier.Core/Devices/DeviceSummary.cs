using Pannier.Core.Audit;

namespace Pannier.Core.Devices;

/// <summary>A browser that somebody has called their own, as a list shows it.</summary>
/// <param name="Id">What it can be forgotten by; it opens nothing.</param>
/// <param name="UsedAt">When somebody signed in there last.</param>
/// <param name="From">Where it was called so.</param>
/// <param name="IsThis">The one that asks.</param>
public sealed record DeviceSummary(string Id, DateTimeOffset CreatedAt, DateTimeOffset UsedAt, Whereabouts From, bool IsThis);
