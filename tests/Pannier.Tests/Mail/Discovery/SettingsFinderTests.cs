using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Pannier.Mail;
using Pannier.Mail.Discovery;
using Pannier.Mail.Net;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Discovery;

[Collection("usual ports")]
public sealed class SettingsFinderTests : IDisposable
{
    private const string Document = """
        <?xml version="1.0"?><clientConfig version="1.1"><emailProvider id="x">
        <incomingServer type="pop3"><hostname>pop.shop.example</hostname><port>995</port><socketType>SSL</socketType></incomingServer>
        <incomingServer type="imap"><hostname>clear.shop.example</hostname><port>143</port><socketType>plain</socketType></incomingServer>
        <incomingServer type="imap"><hostname>start.shop.example</hostname><port>143</port><socketType>STARTTLS</socketType></incomingServer>
        <incomingServer type="imap"><hostname>in.%EMAILDOMAIN%</hostname><port>993</port><socketType>SSL</socketType><username>%EMAILLOCALPART%</username></incomingServer>
        <outgoingServer type="smtp"><hostname>out.elsewhere.example</hostname><port>465</port><socketType>SSL</socketType><username>%EMAILADDRESS%</username></outgoingServer>
        </emailProvider></clientConfig>
        """;

    private readonly TestCertificates _certificates = new();
    private readonly TempDirectory _directory = new();
    private readonly FakeMailDns _dns = new();

    public void Dispose()
    {
        _certificates.Dispose();
        _directory.Dispose();
    }

    [Theory]
    [InlineData("ada@corp.example", "ada")]
    [InlineData("ada@other.example", "ada@other.example")]
    public async Task Asks_the_sites_own_presets_first(string address, string userName)
    {
        var options = new DiscoveryOptions
        {
            Presets =
            [
                new() { Domain = "*", ImapHost = "all.example", SmtpHost = "all.example" },
                new() { Domain = "corp.example", ImapHost = "imap.corp.example", SmtpHost = "smtp.corp.example", SmtpPort = 587, SmtpSecurity = ConnectionSecurity.StartTls, UserName = UserNameForm.LocalPart },
            ],
        };

        var found = await Find(address, options);

        Assert.Equal((FoundSource.Preset, userName), (found?.Source, found?.UserName));
        Assert.Equal(userName == "ada" ? "imap.corp.example:993" : "all.example:993", found?.Imap?.ToString());
    }

    [Fact]
    public async Task Reads_dns_by_priority_and_weight_with_tls_first()
    {
        _dns.Services["_imaps._tcp.shop.example"] = [new(20, 99, 993, "late.shop.example."), new(10, 1, 993, "light.shop.example."), new(10, 5, 1993, "in.shop.example.")];
        _dns.Services["_imap._tcp.shop.example"] = [new(0, 0, 143, "clear.shop.example.")];
        _dns.Services["_submissions._tcp.shop.example"] = [new(0, 0, 0, ".")];
        _dns.Services["_submission._tcp.shop.example"] = [new(0, 0, 587, "out.elsewhere.example.")];

        var found = await Find("ada@shop.example");

        Assert.Equal(FoundSource.Dns, found?.Source);
        Assert.Equal(Server("in.shop.example", 1993, ConnectionSecurity.Tls), found?.Imap);
        Assert.Equal(Server("out.elsewhere.example", 587, ConnectionSecurity.StartTls), found?.Smtp);
        Assert.Equal([FoundNote.SmtpOutsideDomain], found?.Notes);
        Assert.Equal("ada@shop.example", found?.UserName);
    }

    [Fact]
    public async Task No_source_lowers_the_security_another_offers()
    {
        _dns.Services["_imap._tcp.gmail.com"] = [new(0, 0, 143, "forged.gmail.com.")];
        _dns.Services["_submission._tcp.gmail.com"] = [new(0, 0, 587, "forged.example.")];

        var found = await Find("ada@gmail.com");

        Assert.Equal((FoundSource.Provider, "imap.gmail.com:993", "smtp.gmail.com:465"), (found?.Source, found?.Imap?.ToString(), found?.Smtp?.ToString()));
    }

    [Theory]
    [InlineData("gmail.com", null, "imap.gmail.com:993", "smtp.gmail.com:465", FoundNote.AppPassword)]
    [InlineData("icloud.com", null, "imap.mail.me.com:993", "smtp.mail.me.com:587", FoundNote.AppPassword)]
    [InlineData("hotmail.com", null, "outlook.office365.com:993", "smtp.office365.com:587", FoundNote.OAuthOnly)]
    [InlineData("firm.example", "firm-example.mail.protection.outlook.com", "outlook.office365.com:993", "smtp.office365.com:587", FoundNote.OAuthOnly)]
    [InlineData("firm.example", "ASPMX.L.google.com.", "imap.gmail.com:993", "smtp.gmail.com:465", FoundNote.AppPassword)]
    [InlineData("firm.example", "mx-aol.mail.gm0.yahoodns.net", "imap.aol.com:993", "smtp.aol.com:465", FoundNote.AppPassword)]
    [InlineData("firm.example", "w0123456.kasserver.com", "w0123456.kasserver.com:993", "w0123456.kasserver.com:465", null)]
    [InlineData("gmx.com", null, "imap.gmx.com:993", "smtp.gmx.com:465", null)]
    [InlineData("mail.com", null, "imap.mail.com:993", "smtp.mail.com:587", null)]
    public async Task Knows_providers_by_domain_and_by_who_takes_the_mail_in(string domain, string? exchanger, string imap, string smtp, FoundNote? note)
    {
        if (exchanger is not null) _dns.Exchangers[domain] = ["not a host!", exchanger];

        var found = await Find("ada@" + domain);

        Assert.Equal((imap, smtp), (found?.Imap?.ToString(), found?.Smtp?.ToString()));
        Assert.Equal(note, found!.Notes.Cast<FoundNote?>().FirstOrDefault(one => one is FoundNote.OAuthOnly or FoundNote.AppPassword));
        Assert.Equal(smtp.EndsWith("587", StringComparison.Ordinal) ? ConnectionSecurity.StartTls : ConnectionSecurity.Tls, found.Smtp!.Security);
        Assert.Equal(!imap.Split(':')[0].EndsWith(domain, StringComparison.Ordinal), found.Notes.Contains(FoundNote.ImapOutsideDomain));
    }

    [Fact]
    public void The_table_is_whole()
    {
        Assert.Equal(18, ProviderTable.All.Count);
        Assert.All(ProviderTable.All.Where(one => one.Name != "All-inkl"), one => Assert.Equal((993, ConnectionSecurity.Tls), (one.Imap!.Port.Number, one.Imap.Security)));
        Assert.All(ProviderTable.All.Where(one => one.Name != "All-inkl"), one => Assert.NotNull(one.Smtp));
        var domains = ProviderTable.All.SelectMany(one => one.Domains).ToList();
        Assert.Equal(domains.Distinct().Order(), domains.Order());
    }

    [Theory]
    [InlineData("autoconfig.shop.example/mail/config-v1.1.xml?emailaddress=ada%40shop.example")]
    [InlineData("shop.example/.well-known/autoconfig/mail/config-v1.1.xml")]
    public async Task Reads_the_document_the_domain_serves(string at)
    {
        await using var host = new LoopbackHost();
        host.Serve(_certificates.Issue("*.shop.example", extra: "shop.example"), url => url == at ? Document : null);

        var found = await Find("ada@shop.example", host: host, patience: 30);

        Assert.Equal((FoundSource.Autoconfig, "ada"), (found?.Source, found?.UserName));
        Assert.Equal(Server("in.shop.example", 993, ConnectionSecurity.Tls), found?.Imap);
        Assert.Equal([FoundNote.SmtpOutsideDomain], found?.Notes);
        Assert.DoesNotContain(host.Asked, url => url.StartsWith("shop.example", StringComparison.Ordinal) && url.Contains("ada", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY e \"boom\">]><clientConfig><emailProvider/></clientConfig>")]
    [InlineData("<clientConfig><emailProvider>")]
    [InlineData("<clientConfig/>")]
    [InlineData("<clientConfig><emailProvider><incomingServer type='imap'><hostname>a b</hostname><port>993</port><socketType>SSL</socketType></incomingServer></emailProvider></clientConfig>")]
    [InlineData("<clientConfig><emailProvider><incomingServer type='imap'><hostname>x.org</hostname><port>99999</port><socketType>SSL</socketType></incomingServer></emailProvider></clientConfig>")]
    [InlineData("<clientConfig><emailProvider><incomingServer type='imap'><hostname>x.org</hostname><port>143</port><socketType>plain</socketType></incomingServer></emailProvider></clientConfig>")]
    [InlineData("not xml")]
    [InlineData("")]
    public void Takes_nothing_from_a_document_that_is_none(string xml) =>
        Assert.Null(AutoconfigDocument.Read(System.Text.Encoding.UTF8.GetBytes(xml), AddrSpec.Read("ada@shop.example")!));

    [Fact]
    public void Takes_nothing_from_a_document_without_end() =>
        Assert.Null(AutoconfigDocument.Read(System.Text.Encoding.UTF8.GetBytes("<clientConfig>" + new string(' ', 200_000) + "</clientConfig>"), AddrSpec.Read("ada@shop.example")!));

    [Fact]
    public async Task Guesses_the_usual_names_with_tls_first()
    {
        await using var host = new LoopbackHost();
        var certificate = _certificates.Issue("*.shop.example", extra: "shop.example");
        host.Greet(993, certificate, "* OK hi\r\n");
        host.StartTls(143, certificate, "* OK hi\r\n", "P0 OK go\r\n");
        host.Greet(465, certificate, "500 not me\r\n");
        host.StartTls(587, certificate, "220 hi\r\n", "250-hi\r\n250 STARTTLS\r\n", "220 go\r\n");

        var found = await Find("ada@shop.example", host: host, patience: 5);

        Assert.Equal(FoundSource.Guess, found?.Source);
        Assert.Equal(Server("imap.shop.example", 993, ConnectionSecurity.Tls), found?.Imap);
        Assert.Equal(Server("smtp.shop.example", 587, ConnectionSecurity.StartTls), found?.Smtp);
        Assert.Empty(found!.Notes);
    }

    [Fact]
    public async Task Says_what_it_did_not_find()
    {
        await using var host = new LoopbackHost();
        host.Greet(993, _certificates.Issue("*.shop.example", extra: "shop.example"), "* BYE no\r\n");
        host.StartTls(143, _certificates.Issue("*.shop.example", extra: "shop.example"), "* OK hi\r\n", "P0 OK go\r\n");

        var found = await Find("ada@shop.example", host: host, patience: 5);

        Assert.Equal(143, found?.Imap?.Port.Number);
        Assert.Null(found?.Smtp);
        Assert.Equal([FoundNote.NoSmtp], found?.Notes);
    }

    [Fact]
    public async Task Takes_as_long_to_find_nothing_whatever_the_reason()
    {
        await using var host = new LoopbackHost();
        host.Silence(993);
        host.StartTls(587, _certificates.Issue("localhost"), "554 no\r\n");

        foreach (var reason in new[] { "silent and closed", "no such host", "forbidden" })
        {
            var since = Stopwatch.GetTimestamp();
            var found = await Find("ada@shop.example", host: reason == "no such host" ? null : host, allow: reason != "forbidden");

            Assert.Null(found);
            Assert.InRange(Stopwatch.GetElapsedTime(since), TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(8));
        }
    }

    [Fact]
    public async Task Goes_on_when_dns_does_not_answer()
    {
        _dns.IsSilent = true;

        Assert.Equal("imap.gmail.com", (await Find("ada@gmail.com"))?.Imap?.Host.Value);
    }

    [Fact]
    public async Task Stops_when_cancelled()
    {
        _dns.IsSilent = true;
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Finder(new(), null, true, out var http).FindAsync(AddrSpec.Read("ada@shop.example")!, cancel.Token));
    }

    [Fact]
    public async Task Finds_nothing_for_an_address_without_a_domain() => Assert.Null(await Find("ada@[192.0.2.1]"));

    [Fact]
    public void Says_at_start_which_preset_cannot_be_read()
    {
        var options = new DiscoveryOptions { Presets = [new() { Domain = "a b", ImapHost = "x", SmtpHost = "x" }, new() { Domain = "*", ImapHost = "x y", SmtpHost = "x" }] };

        Assert.Equal(2, options.Validate(new(options)).Count());
        Assert.Empty(new DiscoveryOptions().Validate(new(options)));
    }

    private static ServerAddress Server(string host, int port, ConnectionSecurity security) => new(HostName.Read(host)!, Port.Of(port)!, security);

    /// <param name="patience">What is waited for an answer: long where one comes, on a busy machine too; a second where none does.</param>
    private Task<FoundSettings?> Find(string address, DiscoveryOptions? options = null, LoopbackHost? host = null, bool allow = true, int patience = 1)
    {
        var finder = Finder(options ?? new DiscoveryOptions { SourceLimit = TimeSpan.FromSeconds(patience) }, host, allow, out _, patience);
        return finder.FindAsync(AddrSpec.Read(address)!, TestContext.Current.CancellationToken);
    }

    private SettingsFinder Finder(DiscoveryOptions options, LoopbackHost? host, bool allow, out EgressHttp http, int patience = 1)
    {
        string[] names = ["shop.example", "autoconfig.shop.example", "imap.shop.example", "mail.shop.example", "smtp.shop.example"];
        var egress = new Egress(
            new EgressOptions
            {
                Allow = allow ? [.. names.SelectMany(name => new[] { 443, 993, 143, 465, 587 }.Select(port => $"{name}:{port}"))] : [],
                TrustedCertificates = [_certificates.WriteAuthority(_directory.Path)],
                ProbeTime = TimeSpan.FromSeconds(patience),
                ConnectTimeout = TimeSpan.FromSeconds(patience),
            },
            TimeProvider.System,
            (name, _) => host is not null && names.Contains(name) ? Task.FromResult<IPAddress[]>([host.Address]) : throw new SocketException((int)SocketError.HostNotFound));
        http = new EgressHttp(egress, TimeProvider.System);
        return new SettingsFinder(options, egress, http, _dns, TimeProvider.System);
    }
}
