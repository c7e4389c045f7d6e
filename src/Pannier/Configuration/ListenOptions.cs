using System.ComponentModel.DataAnnotations;

namespace Pannier.Configuration;

/// <summary>Where the program listens. Section <c>Listen</c>.</summary>
public sealed record ListenOptions
{
    /// <summary>The address, as in <c>127.0.0.1</c> or <c>::</c>. Loopback unless set.</summary>
    [Required]
    public string Address { get; init; } = "127.0.0.1";

    /// <summary>The port. 1 to 65,535; 8080 unless set.</summary>
    [Range(1, 65535)]
    public int Port { get; init; } = 8080;

    /// <summary>A certificate with its chain (PEM), to serve TLS itself; null behind a proxy.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>The certificate's key (PEM).</summary>
    public string? KeyFile { get; init; }

    /// <summary>Connections open at once; more are closed. 16 to 1,000,000; 10,000 unless set.</summary>
    [Range(16, 1_000_000)]
    public int MostConnections { get; init; } = 10_000;

    /// <summary>Time for a request's headers to come. 1 to 120 seconds; 15 seconds unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan HeaderTime { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a connection without a request stays open. 1 second to 10 minutes; 130 seconds unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(130);

    /// <summary>Addresses of reverse proxies whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed; without one, clear HTTP is refused by <c>serve</c>.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];
}
