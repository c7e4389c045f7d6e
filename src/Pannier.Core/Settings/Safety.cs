namespace Pannier.Core.Settings;

/// <summary>The preferences the gate looks at.</summary>
public static class Safety
{
    public static Setting<LockAfter> LockAfter { get; } = Setting.Choice("safety.lock-after", Settings.LockAfter.Site);

    /// <summary>Null leaves it to the site.</summary>
    public static TimeSpan? Limit(LockAfter chosen) => chosen switch
    {
        Settings.LockAfter.FiveMinutes => TimeSpan.FromMinutes(5),
        Settings.LockAfter.TenMinutes => TimeSpan.FromMinutes(10),
        Settings.LockAfter.FifteenMinutes => TimeSpan.FromMinutes(15),
        Settings.LockAfter.ThirtyMinutes => TimeSpan.FromMinutes(30),
        Settings.LockAfter.OneHour => TimeSpan.FromHours(1),
        Settings.LockAfter.FourHours => TimeSpan.FromHours(4),
        _ => null,
    };
}
