using Pannier.Mail;
using Pannier.Mail.Net;

namespace Pannier.Core.Accounts;

/// <summary>Where and as whom to sign in. A stored password is bound to all of it: changing any part asks for the password again.</summary>
public sealed record Login(string Host, int Port, ConnectionSecurity Security, string UserName)
{
    /// <summary>The one certificate the person trusts at this host and port; null when authorities decide.</summary>
    public CertificatePin? Pin { get; init; }

    /// <summary>The server's address.</summary>
    /// <exception cref="InvalidOperationException">The record was made without the checks of the account form: a bug.</exception>
    public ServerAddress Address() =>
        HostName.Read(Host) is { } host && Mail.Port.Of(Port) is { } port
            ? new(host, port, Security) { Pin = Pin }
            : throw new InvalidOperationException("not a server address");
}
