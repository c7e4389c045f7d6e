namespace Pannier.Core.Audit;

/// <summary>One line of a person's security log.</summary>
/// <param name="Id">Random.</param>
/// <param name="Kind">Null for one of a newer program.</param>
/// <param name="From">Where it came from, as far as that is kept.</param>
/// <param name="About">What it was done to: an account's address, a session's browser; empty where the kind says all.</param>
public sealed record SecurityEvent(string Id, SecurityEventKind? Kind, DateTimeOffset At, Whereabouts From, string About);
