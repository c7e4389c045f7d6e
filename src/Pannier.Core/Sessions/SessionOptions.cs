using System.ComponentModel.DataAnnotations;
using System.Net;
using Pannier.Mail;

namespace Pannier.Core.Sessions;

/// <summary>How long a session lasts. Section <c>Session</c>.</summary>
public sealed record SessionOptions : IValidatableObject
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

    /// <summary>How long somebody stays signed in who wishes to at the door, also when the browser was closed; 1 to 90 days. Unset unless set: nobody is offered it. While nobody uses such a session it sleeps like any other: its keys are only in the browser's cookie.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "90.00:00:00")]
    public TimeSpan? StayFor { get; init; }

    /// <summary>Whether people may allow a browser to show how much unread mail waits while nobody is signed in. What that needs, the passwords of their IMAP servers or what their providers gave to sign in with, is then kept under the site's key for twelve hours after they were here last. They may unless set.</summary>
    public bool CountWhileLocked { get; init; } = true;

    /// <summary>A Redis or Valkey server that keeps sessions in place of the database, as <c>host:port</c> or the path of a Unix socket. The database unless set. It should not evict (<c>maxmemory-policy noeviction</c>): whose session it drops has to sign in again.</summary>
    public string? RedisAddress { get; init; }

    /// <summary>Whom to sign in there as; the server's default user unless set.</summary>
    public string? RedisUser { get; init; }

    /// <summary>The password there; best kept in a file of the secrets directory, <c>Session__RedisPassword</c>. None unless set.</summary>
    public string? RedisPassword { get; init; }

    /// <summary>Whether the line there is TLS, with a certificate that this machine trusts. Unless set, it is, but for a Unix socket and addresses of this machine.</summary>
    public bool? RedisTls { get; init; }

    /// <summary>A file of certificates (PEM): the server's has to be signed by one of them, in place of those this machine trusts. None unless set.</summary>
    public string? RedisAuthority { get; init; }

    /// <summary>What the keys there begin with, so that several programs can share it. <c>pannier:</c> unless set.</summary>
    [StringLength(50)]
    public string RedisPrefix { get; init; } = "pannier:";

    /// <summary>Host and port of the server; port 0 for a socket's path; null when there is none.</summary>
    internal (string Host, int Port)? RedisEndpoint => RedisAddress switch
    {
        null => ((string, int)?)null,
        ['/', ..] path => (path, 0),
        var address when address.LastIndexOf(':') is > 0 and var colon && Port.Read(address[(colon + 1)..]) is { } port => (address[..colon].Trim('[', ']'), port.Number),
        _ => null,
    };

    internal bool IsRedisSealed => RedisTls ?? (RedisEndpoint is { Port: > 0, Host: var host } && host != "localhost" && !(IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address)));

    /// <summary>Says at start when the address of the store is none.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (RedisAddress is not null && RedisEndpoint is null) yield return new($"Session:RedisAddress: \"{RedisAddress}\" is neither host:port, as in redis.internal:6379, nor the path of a socket.", [nameof(RedisAddress)]);
        if (RedisAuthority is not null && !File.Exists(RedisAuthority)) yield return new($"Session:RedisAuthority names a file that is not there: {RedisAuthority}.", [nameof(RedisAuthority)]);
    }
}
