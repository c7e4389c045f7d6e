using System.ComponentModel.DataAnnotations;

namespace Pannier.Core.Sessions;

/// <summary>How long a session lasts. Section <c>Session</c>.</summary>
public sealed record SessionOptions
{
    /// <summary>Idle time before a session ends. 5 minutes to 24 hours; 30 minutes unless set.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "1.00:00:00")]
    public TimeSpan IdleLimit { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Time after which a session ends however busy. 1 hour to 7 days; 12 hours unless set.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "7.00:00:00")]
    public TimeSpan AbsoluteLimit { get; init; } = TimeSpan.FromHours(12);

    /// <summary>How much of the address a session is bound to: nothing, its first 24 bits (IPv4) or 48 (IPv6), or all of it. Nothing unless set: people change networks.</summary>
    public AddressBinding Address { get; init; } = AddressBinding.None;

    /// <summary>What becomes of a request whose kind of browser, language or address is not the session's: it has to sign in again, it ends the session, or nothing. One of another scheme or host always ends it.</summary>
    public OnMismatch Mismatch { get; init; } = OnMismatch.SignInAgain;

    /// <summary>A domain that cookies are sent to with all its hosts, as in <c>example.org</c>, where several of them are this site. It must cover every host of <c>Site:PublicOrigins</c>, and not the one of <c>Reading:RenderUrl</c>. None unless set: cookies are then bound to one host, which is safer.</summary>
    public string? CookieDomain { get; init; }

    /// <summary>How long a password given again counts as recent. 1 minute to 1 hour; 10 minutes unless set.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan RecentFor { get; init; } = TimeSpan.FromMinutes(10);
}
