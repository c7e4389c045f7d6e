namespace Pannier.Demo.Seed;

/// <summary>Places mail in the two years before now. Which messages exist never depends on the time of day, only their dates do.</summary>
internal sealed class SeedClock(DateTimeOffset now)
{
    private readonly DateTimeOffset _midnight = new(now.UtcDateTime.Date, TimeSpan.Zero);

    public DateTimeOffset Now { get; } = now;

    /// <param name="days">1 is yesterday; whole UTC days before today.</param>
    /// <param name="minuteOfDay">0 to 1439, UTC.</param>
    public DateTimeOffset At(int days, int minuteOfDay) => _midnight.AddDays(-days).AddMinutes(minuteOfDay);

    public DateTimeOffset MinutesAgo(int minutes) => Now.AddMinutes(-minutes);

    /// <summary>The same day count, moved back to Friday where it would fall on a weekend.</summary>
    public int Workday(int days) => _midnight.AddDays(-days).DayOfWeek switch
    {
        DayOfWeek.Saturday => days + 1,
        DayOfWeek.Sunday => days + 2,
        _ => days,
    };
}
