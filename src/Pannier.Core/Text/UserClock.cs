namespace Pannier.Core.Text;

/// <summary>The time where the person is.</summary>
public sealed class UserClock(TimeProvider clock, TimeZoneInfo zone)
{
    public TimeZoneInfo Zone => zone;

    public DateTimeOffset Now => ToLocal(clock.GetUtcNow());

    /// <summary>The same instant, with the zone's offset at that instant.</summary>
    public DateTimeOffset ToLocal(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);

    /// <summary>When a day begins: at midnight, or, where clocks skip that hour, at the first moment after.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(midnight)) midnight = midnight.AddMinutes(15);
        var offsets = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight) : [zone.GetUtcOffset(midnight)];
        return new DateTimeOffset(midnight, offsets.Max());
    }
}
