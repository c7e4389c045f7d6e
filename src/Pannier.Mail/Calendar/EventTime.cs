namespace Pannier.Mail.Calendar;

/// <summary>When something begins or ends.</summary>
/// <param name="At">The moment; null where the zone is unknown or none is meant: then <paramref name="Local"/> is as the organiser wrote it.</param>
/// <param name="Local">The organiser's wall clock.</param>
/// <param name="Zone">The organiser's zone, untrusted; null for UTC, none, or a whole day.</param>
/// <param name="IsWholeDay">A date without a time.</param>
public sealed record EventTime(DateTimeOffset? At, DateTime Local, string? Zone, bool IsWholeDay);
