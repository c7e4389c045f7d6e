namespace Pannier.Cli.Doctor;

/// <summary>Looks at the clock: sessions, links and certificates are judged by it.</summary>
internal static class LookAtClock
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(2);

    /// <param name="built">When this program's file was made: the clock cannot be earlier.</param>
    public static Finding Look(DateTimeOffset now, DateTimeOffset built) => now < built - TimeSpan.FromDays(1)
        ? Finding.Fail("clock", $"says {now:yyyy-MM-dd HH:mm} UTC, which is before this program was built: set it, best by NTP")
        : Finding.Ok("clock", $"{now:yyyy-MM-dd HH:mm} UTC");

    /// <param name="other">A moment that should be the same.</param>
    public static Finding Compare(DateTimeOffset now, DateTimeOffset other, string whose) => (now - other).Duration() > Tolerance
        ? Finding.Fail("clock", $"differs from that of {whose} by {(now - other).Duration():d\\.hh\\:mm\\:ss}: set both, best by NTP")
        : Finding.Ok("writing", $"works, and {whose} agrees about the time");
}
