namespace Pannier.Mail.Search;

/// <summary>The person's calendar: which day it is, and when a day begins.</summary>
/// <param name="StartOf">Seconds since 1970 at which a day begins where the person is.</param>
public sealed record SearchDays(DateOnly Today, Func<DateOnly, long> StartOf);
