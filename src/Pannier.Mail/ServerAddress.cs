using Pannier.Mail.Net;

namespace Pannier.Mail;

/// <summary>Where a mail server is and how to speak to it.</summary>
public sealed record ServerAddress(HostName Host, Port Port, ConnectionSecurity Security)
{
    /// <summary>The one certificate trusted here, whoever signed it and whatever its name and dates; null when authorities decide.</summary>
    public CertificatePin? Pin { get; init; }

    public override string ToString() => $"{Host}:{Port}";
}
