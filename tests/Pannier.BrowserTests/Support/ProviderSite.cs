using Pannier.Tests.Support;

namespace Pannier.BrowserTests.Support;

/// <summary>A demo whose people sign in at an identity provider, and may add a mail account there too: of mail servers that take its tokens and nothing else.</summary>
public sealed class ProviderSite : IAsyncLifetime
{
    private readonly TokenServers _servers = new();
    private DemoSite? _demo;

    public DemoSite Demo => _demo!; // made before any walk

    internal IdentityProvider Idp => _servers.Idp;

    public async ValueTask InitializeAsync()
    {
        await _servers.InitializeAsync();
        var (imap, smtp) = (_servers.Postfix.Imap, _servers.Postfix);
        _demo = DemoSite.With(
        [
            .. Idp.DoorOptions(), .. Idp.SiteOptions(), ("SignIn:Admit", "Everybody"), ("SignIn:AlsoLocal", "true"),
            ("Egress:Mail:Allow:imap", $"localhost:{imap.TlsPort}"), ("Egress:Mail:Allow:smtp", $"localhost:{smtp.TlsPort}"),
            ("Egress:Mail:TrustedCertificates:imap", imap.AuthorityFile), ("Egress:Mail:TrustedCertificates:smtp", smtp.AuthorityFile),
            .. Preset(("Domain", "example.org"), ("ImapHost", "localhost"), ("ImapPort", $"{imap.TlsPort}"), ("ImapSecurity", "Tls"), ("SmtpHost", "localhost"), ("SmtpPort", $"{smtp.TlsPort}"), ("SmtpSecurity", "Tls")),
        ]);
        Deliver(imap);
        await _demo.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_demo is not null) await _demo.DisposeAsync();
        await _servers.DisposeAsync();
    }

    private static IEnumerable<(string Name, string Value)> Preset(params IEnumerable<(string Name, string Value)> fields) => fields.Select(field => ("Mail:Discovery:Presets:walk:" + field.Name, field.Value));

    /// <summary>Puts a message where the server finds it.</summary>
    private static void Deliver(Dovecot imap)
    {
        var box = Path.Combine(imap.MailDirectory(Postfix.User), "mail");
        foreach (var part in (string[])["", "cur", "new", "tmp"]) Dovecot.OpenToAll(Directory.CreateDirectory(Path.Combine(box, part)).FullName);
        File.WriteAllText(Path.Combine(box, "new/1.first.localhost"), $"From: Ben <ben@example.org>\r\nTo: {Postfix.User}\r\nDate: {DateTimeOffset.UtcNow:r}\r\nSubject: Read by a token\r\nMessage-ID: <1@example.org>\r\n\r\nHello.\r\n".Replace("GMT", "+0000", StringComparison.Ordinal));
    }
}
