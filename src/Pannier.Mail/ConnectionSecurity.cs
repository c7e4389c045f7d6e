namespace Pannier.Mail;

/// <summary>How a connection to a mail server is secured.</summary>
public enum ConnectionSecurity
{
    /// <summary>TLS from the first byte (RFC 8314).</summary>
    Tls,

    /// <summary>STARTTLS, required: without it the connection is given up before any secret is sent.</summary>
    StartTls,

    /// <summary>Clear text, only to hosts the site allows it for.</summary>
    None,
}
