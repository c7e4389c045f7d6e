using Pannier.Mail.Net;

namespace Pannier.Modules.Accounts;

/// <summary>A certificate the person says is the right one, for one host and port: <c>mail.example.org:993 0a1b…</c>. Elsewhere it counts for nothing.</summary>
public sealed record PinChoice(HostPort Server, CertificatePin Pin)
{
    /// <summary>Null when the text is not one.</summary>
    public static PinChoice? Read(string text) =>
        text.Split(' ') is [var server, var pin] && HostPort.Read(server) is { } at && CertificatePin.Read(pin) is { } read ? new(at, read) : null;

    public override string ToString() => $"{Server} {Pin}";
}
