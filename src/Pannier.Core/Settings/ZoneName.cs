namespace Pannier.Core.Settings;

/// <summary>A time zone this machine knows, by its IANA name.</summary>
public readonly record struct ZoneName
{
    private ZoneName(string value) => Value = value;

    public string Value { get; }

    public static ZoneName Utc { get; } = new("Etc/UTC");

    /// <summary>All zones with a region, and UTC, by name.</summary>
    public static IReadOnlyList<ZoneName> All { get; } =
    [
        .. TimeZoneInfo.GetSystemTimeZones()
            .Select(zone => zone.Id)
            .Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal) && !id.StartsWith("posix/", StringComparison.Ordinal) && !id.StartsWith("right/", StringComparison.Ordinal))
            .Append("Etc/UTC")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(id => new ZoneName(id)),
    ];

    public TimeZoneInfo Zone => Value is null or "Etc/UTC" ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(Value);

    public static ZoneName? Read(string text) => All.Any(zone => zone.Value == text) ? new(text) : null;

    public override string ToString() => Value ?? "Etc/UTC";
}
