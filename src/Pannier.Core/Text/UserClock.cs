namespace Pannier.Core.Text;

/// <summary>The time where the person is.</summary>
public sealed class UserClock(TimeProvider clock, TimeZoneInfo zone)
{
    public TimeZoneInfo Zone => zone;

    public DateTimeOffset Now => ToLocal(clock.GetUtcNow());

    /// <summary>The same instant, with the zone's offset at that instant.</summary>
    public DateTimeOffset ToLocal(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);
}
