using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Users;
using Pannier.Mail.Discovery;
using Pannier.Tests.Mail.Discovery;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Outside;

/// <summary>A site whose people have addresses of several domains, each with a mail server of its own: real ones, and browsers.</summary>
public sealed class DomainDoorTests(MailServer server) : IClassFixture<MailServer>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_address_is_asked_for_at_the_server_of_its_domain_and_at_no_other()
    {
        await using var other = new Dovecot(users: ["user@example.net"]);
        await using var site = await StartAsync(
            ("SignIn:Domains:1:Domain", "example.net"),
            ("SignIn:Domains:1:ImapHost", "localhost"),
            ("SignIn:Domains:1:ImapPort", $"{other.TlsPort}"),
            ("Egress:Mail:Allow:1", $"localhost:{other.TlsPort}"),
            ("Egress:Mail:TrustedCertificates:1", other.AuthorityFile));
        var name = server.NewUser();

        Assert.Contains("you have at example.org, example.net", await BodyAsync(site), StringComparison.Ordinal);
        Assert.Equal(200, await TryAsync(site, name));
        Assert.Equal(200, await TryAsync(site, "user@example.net"));
        Assert.Equal(401, await TryAsync(site, name.Replace(".org", ".net", StringComparison.Ordinal)));
        Assert.Equal(401, await TryAsync(site, "user@example.org"));
        Assert.Equal([name, "user@example.net"], (await PeopleOf(site).AllAsync(Cancellation)).Select(person => person.Name.Shown).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_address_of_another_domain_is_refused_and_nobody_is_asked()
    {
        await using var site = await StartAsync();

        foreach (var name in (string[])["ada@example.com", "ada@[127.0.0.1]", "ada", "ada@", "ada@example.org.example.com"]) Assert.Equal(401, await TryAsync(site, name));

        Assert.DoesNotContain(site.Log.Lines, line => line.Contains("Sign-in:", StringComparison.Ordinal));
        Assert.Empty(await PeopleOf(site).AllAsync(Cancellation));
    }

    [Fact]
    public async Task A_name_without_a_domain_is_of_the_sites_own_where_it_says_so_and_nobody_is_two_people()
    {
        await using var site = await StartAsync(("SignIn:Domain", "example.org"));
        var name = server.NewUser();

        Assert.Equal(200, await TryAsync(site, name.Split('@')[0]));
        Assert.Equal(303, await TryAsync(site, name.ToUpperInvariant()));

        Assert.Equal(name, Assert.Single(await PeopleOf(site).AllAsync(Cancellation)).Name.Shown);
    }

    [Fact]
    public async Task Who_registered_here_comes_in_beside_the_domains_where_the_site_says_so()
    {
        await using var site = await StartAsync(("SignIn:AlsoLocal", "true"));
        (await site.RegisteredAsync("ann")).Dispose();

        (await site.SignedInAsync("ann")).Dispose();
        Assert.Equal(401, await TryAsync(site, "ben"));
        Assert.Equal(200, await TryAsync(site, server.NewUser()));
    }

    [Theory]
    [InlineData("true", 200)]
    [InlineData("false", 401)]
    public async Task A_server_that_is_looked_for_is_asked_where_the_site_allows_it(string discover, int status)
    {
        await using var site = await TestSite.StartAsync(
            null,
            [
                .. Listing("example.net", "imap.example.net", 993),
                ("SignIn:Discover", discover),
                ("Mail:Discovery:Presets:0:Domain", "example.org"),
                ("Mail:Discovery:Presets:0:ImapHost", "localhost"),
                ("Mail:Discovery:Presets:0:ImapPort", $"{server.Dovecot.TlsPort}"),
                ("Mail:Discovery:Presets:0:SmtpHost", "localhost"),
            ]);

        Assert.Equal(status, await TryAsync(site, server.NewUser()));
    }

    [Fact]
    public async Task A_server_outside_the_domain_that_nobody_we_know_names_gets_no_password()
    {
        var dns = new FakeMailDns();
        dns.Services["_imaps._tcp.example.org"] = [new(0, 0, server.Dovecot.TlsPort, "localhost.")];
        dns.Services["_submissions._tcp.example.org"] = [new(0, 0, 465, "localhost.")];
        await using var site = await TestSite.StartAsync(services => services.AddSingleton<IMailDns>(dns), [.. Listing("example.net", "imap.example.net", 993), ("SignIn:Discover", "true")]);

        Assert.Equal(401, await TryAsync(site, server.NewUser()));

        Assert.Contains(site.Log.Lines, line => line.Contains("no mail server of example.org was found that may be shown a password", StringComparison.Ordinal));
        Assert.Empty(await PeopleOf(site).AllAsync(Cancellation));
    }

    private Task<TestSite> StartAsync(params (string Key, string Value)[] more) => TestSite.StartAsync(null, [.. Listing("example.org", "localhost", server.Dovecot.TlsPort), .. more]);

    private (string Key, string Value)[] Listing(string domain, string host, int port) =>
    [
        ("SignIn:Backend", "Imap"),
        ("SignIn:Admit", "Everybody"),
        ("SignIn:Domains:0:Domain", domain),
        ("SignIn:Domains:0:ImapHost", host),
        ("SignIn:Domains:0:ImapPort", $"{port}"),
        ("Egress:Mail:Allow:0", $"localhost:{server.Dovecot.TlsPort}"),
        ("Egress:Mail:TrustedCertificates:0", server.Dovecot.AuthorityFile),
    ];

    private static People PeopleOf(TestSite site) => site.Services.GetRequiredService<People>();

    private static async Task<string> BodyAsync(TestSite site)
    {
        using var browser = site.Browser();
        return (await browser.GetAsync("/sign-in")).Body;
    }

    private static async Task<int> TryAsync(TestSite site, string name)
    {
        using var browser = site.Browser();
        await browser.GetAsync("/sign-in");
        return (await browser.PostAsync("/sign-in", ("name", name), ("password", Dovecot.Password))).Status;
    }
}
