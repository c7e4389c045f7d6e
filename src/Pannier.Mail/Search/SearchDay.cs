namespace Pannier.Mail.Search;

/// <summary>A stretch of days.</summary>
/// <param name="Next">The day after the last.</param>
public sealed record SearchDay(DateOnly First, DateOnly Next);
