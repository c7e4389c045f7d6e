namespace Pannier.Core.Audit;

/// <summary>An event as it stands in its box; the time is outside, for the order.</summary>
internal sealed record WrittenEvent(string Kind, string Browser, string System, string Network, string About);
