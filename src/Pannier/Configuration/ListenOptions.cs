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

    /// <summary>Addresses of reverse proxies whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed; without one, clear HTTP is refused by <c>serve</c>.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];
}
