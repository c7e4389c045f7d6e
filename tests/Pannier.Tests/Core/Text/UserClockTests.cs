using Microsoft.Extensions.Time.Testing;
using Pannier.Core.Text;

namespace Pannier.Tests.Core.Text;

/// <summary>A day begins at midnight, or where clocks skip that hour at the first moment after, or where they repeat it at the first of the two.</summary>
public sealed class UserClockTests
{
    [Theory]
    [InlineData("Europe/Berlin", 2026, 3, 31, "2026-03-31T00:00:00+02:00")]
    [InlineData("America/Sao_Paulo", 2018, 11, 4, "2018-11-04T01:00:00-02:00")]
    [InlineData("America/Havana", 2018, 11, 4, "2018-11-04T00:00:00-04:00")]
    [InlineData("UTC", 2026, 1, 1, "2026-01-01T00:00:00+00:00")]
    public void A_day_begins_then(string zone, int year, int month, int day, string at) =>
        Assert.Equal(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture), new UserClock(new FakeTimeProvider(), TimeZoneInfo.FindSystemTimeZoneById(zone)).StartOf(new DateOnly(year, month, day)));
}
