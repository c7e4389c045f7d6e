using System.Globalization;
using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Mail;
using Pannier.Mail.Net;
using Pannier.Mail.OAuth;

namespace Pannier.Modules.Accounts;

/// <summary>Turns logins into form fields and back, and says what is wrong or odd about them.</summary>
internal sealed class ServerForm(Egress egress, OAuthProviders providers)
{
    private static readonly IReadOnlyList<ConnectionSecurity> Encrypted = [ConnectionSecurity.Tls, ConnectionSecurity.StartTls];

    /// <summary>The login as typed; null when <see cref="Wrong"/> says why not.</summary>
    public Login? Read(ServerInput typed) =>
        Wrong(typed) is null && HostName.Read(typed.Host!.Value) is { } host && Port.Read(typed.Port!.Value) is { } port // not null, or it were wrong
            ? new Login(host.Value, port.Number, typed.Security, typed.UserName?.Value ?? "") { Pin = Trusted(typed, host, port)?.Pin }
            : null;

    /// <summary>The provider both servers belong to; null when there is none this site is registered with.</summary>
    public OAuthProvider? Provider(Login? imap, Login? smtp) =>
        imap is not null && smtp is not null && HostName.Read(imap.Host) is { } one && HostName.Read(smtp.Host) is { } other && imap.Security != ConnectionSecurity.None && smtp.Security != ConnectionSecurity.None
            ? providers.For(one, other)
            : null;

    /// <summary>What to correct; null when nothing.</summary>
    public Said? Wrong(ServerInput typed)
    {
        if (typed.Host is null || HostName.Read(typed.Host.Value) is not { } host) return Said.Of("accounts.wrong.host");
        if (typed.Port is null || Port.Read(typed.Port.Value) is null) return Said.Of("accounts.wrong.port");
        return typed.Security == ConnectionSecurity.None && !egress.AllowsClearText(host) ? Said.Of("accounts.wrong.clear", "host", host.Value) : null;
    }

    /// <param name="login">Null for empty fields.</param>
    /// <param name="address">The account's: servers outside its domain are marked.</param>
    public ServerFields Show(string prefix, Login? login, AddrSpec address) => new(
        prefix,
        login?.Host ?? "",
        (login?.Port ?? UsualPort(prefix)).ToString(CultureInfo.InvariantCulture),
        login?.Security ?? ConnectionSecurity.Tls,
        login?.UserName ?? address.Value,
        Offered(login?.Host),
        login is null ? null : Caution(login.Host, address),
        null)
    {
        Trust = login is { Pin: { } pin } ? new PinOffer(Choice(login, pin), Tick.On) : null,
    };

    public ServerFields Show(string prefix, ServerInput typed, AddrSpec address) => new(
        prefix,
        typed.Host?.Value ?? "",
        typed.Port?.Value ?? "",
        typed.Security,
        typed.UserName?.Value ?? "",
        Offered(typed.Host?.Value),
        typed.Host is { } host ? Caution(host.Value, address) : null,
        Wrong(typed))
    {
        Trust = Read(typed) is { Pin: { } pin } login ? new PinOffer(Choice(login, pin), Tick.On) : null,
    };

    /// <summary>The fields, with the certificate that was refused on offer, for the person to compare; as they were after another fault.</summary>
    public static ServerFields Offer(ServerFields fields, Login login, MailFault? fault) =>
        fault?.Seen is { } seen ? fields with { Trust = new PinOffer(Choice(login, seen.Pin), Tick.Off) } : fields;

    private static PinChoice? Trusted(ServerInput typed, HostName host, Port port) =>
        typed.Security != ConnectionSecurity.None && typed.Trust is { } trust && trust.Server == new HostPort(host, port) ? trust : null;

    private static PinChoice Choice(Login login, CertificatePin pin) => new(new HostPort(login.Address().Host, login.Address().Port), pin);

    private static Said? Caution(string host, AddrSpec address) =>
        HostName.Read(host) is { } name && !name.IsWithin(address.Domain) ? Said.Of("accounts.outside", "host", name.Value) : null;

    private static int UsualPort(string prefix) => prefix == "imap" ? 993 : 465;

    private IReadOnlyList<ConnectionSecurity> Offered(string? host) =>
        host is not null && HostName.Read(host) is { } name && egress.AllowsClearText(name) ? [.. Encrypted, ConnectionSecurity.None] : Encrypted;
}
