using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Users;
using Pannier.Mail;
using Pannier.Mail.Ldap;
using Pannier.Mail.Net;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Outside;

/// <summary>A site whose people have their password in a directory: a real slapd, and browsers.</summary>
public sealed class LdapDoorTests : IAsyncDisposable
{
    private readonly TcpListener _canary = new(IPAddress.Loopback, 0);
    private readonly Slapd _directory;

    public LdapDoorTests()
    {
        _canary.Start();
        _directory = new Slapd(PortOf(_canary));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _directory.DisposeAsync();
        _canary.Dispose();
    }

    [Theory]
    [InlineData("Tls", "template")]
    [InlineData("StartTls", "template")]
    [InlineData("Tls", "search")]
    [InlineData("StartTls", "search")]
    public async Task The_right_password_comes_in_and_a_wrong_one_does_not(string security, string way)
    {
        await using var site = await TestSite.StartAsync(null, Options(_directory, security, way));

        Assert.Equal(401, await StatusAsync(site, "ada", "not the password"));
        Assert.Equal(401, await StatusAsync(site, "nobody", Slapd.Password));
        Assert.Empty(await PeopleOf(site));
        Assert.Equal(200, await StatusAsync(site, "ada", Slapd.Password));
        Assert.Equal(303, await StatusAsync(site, "ADA", Slapd.Password));

        var person = Assert.Single(await PeopleOf(site));
        Assert.Equal(("ada", SignInBackend.Ldap), (person.Name.Shown, person.Backend));
        Assert.False(_canary.Pending(), "a referral was followed");
    }

    [Theory]
    [InlineData("template")]
    [InlineData("search")]
    public async Task A_name_is_only_ever_a_name(string way)
    {
        await using var site = await TestSite.StartAsync(null, Options(_directory, "Tls", way));
        string[] names = ["*", "a*", "ada)(uid=*", "ada)(|(uid=*))", "ada,ou=people,dc=example,dc=org", "ada+cn=Ada Lindqvist", "x\\", "ada\\00", "\"ada\"", "#616461", "<ada>;uid=ada"];

        foreach (var name in names) Assert.True(await StatusAsync(site, name, Slapd.Password) == 401, name);
        Assert.Empty(await PeopleOf(site));
    }

    [Fact]
    public async Task An_empty_password_is_nobodys_though_the_directory_would_say_yes()
    {
        var rules = new IdentityEgressOptions { Allow = [$"localhost:{_directory.TlsPort}"], TrustedCertificates = [_directory.AuthorityFile] };
        var check = new LdapCheck(new Egress(rules, TimeProvider.System), new LdapOptions { Host = "localhost", Port = _directory.TlsPort, DnTemplate = $"uid={{name}},{Slapd.Base}" });
        using var empty = Secret.Of("");
        using var right = Secret.Of(Slapd.Password);

        Assert.Null(await check.CheckAsync("ada", empty, Cancellation));
        var entry = await check.CheckAsync("ada", right, Cancellation);
        Assert.Equal(("ada", "ada@example.org", "Ada Lindqvist"), (entry!.Values["uid"], entry.Values["mail"], entry.Values["cn"])); // the right password finds one
    }

    [Fact]
    public async Task A_name_with_a_sign_of_filters_in_it_is_found_as_itself()
    {
        await using var site = await TestSite.StartAsync(null, Options(_directory, "Tls", "search"));

        Assert.Equal(200, await StatusAsync(site, "a*b", Slapd.Password));
        Assert.Equal("a*b", Assert.Single(await PeopleOf(site)).Name.Shown);
    }

    [Fact]
    public async Task One_entry_is_one_person_by_whichever_of_its_names()
    {
        await using var site = await TestSite.StartAsync(null, [.. Options(_directory, "Tls", "search"), ("Ldap:SearchFilter", "(|(uid={name})(mail={name}))")]);

        Assert.Equal(200, await StatusAsync(site, "ada@example.org", Slapd.Password));
        Assert.Equal(303, await StatusAsync(site, "ada", Slapd.Password));

        Assert.Equal("ada", Assert.Single(await PeopleOf(site)).Name.Shown);
    }

    [Theory]
    [InlineData("template")]
    [InlineData("search")]
    public async Task A_directory_that_offers_no_starttls_gets_no_password(string way)
    {
        await using var bare = new Slapd(PortOf(_canary), hasTls: false);
        await using var tapped = new Tap(bare.Port);
        await using var site = await TestSite.StartAsync(null, Options(bare, "StartTls", way, tapped.Port));

        Assert.Equal(503, await StatusAsync(site, "ada", Slapd.Password));

        var heard = Encoding.UTF8.GetString(tapped.Sent);
        Assert.NotEmpty(heard);
        Assert.DoesNotContain("horse", heard, StringComparison.Ordinal);
        Assert.DoesNotContain("ada", heard, StringComparison.Ordinal);
        Assert.DoesNotContain(Slapd.ServicePassword, heard, StringComparison.Ordinal);
        Assert.Contains(site.Log.Lines, line => line.Contains("could not be asked: TlsUnavailable", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Tls")]
    [InlineData("StartTls")]
    public async Task A_certificate_nobody_vouches_for_gets_no_password(string security)
    {
        await using var site = await TestSite.StartAsync(null, [.. Options(_directory, security, "template").Where(option => !option.Key.Contains("Trusted", StringComparison.Ordinal))]);

        Assert.Equal(503, await StatusAsync(site, "ada", Slapd.Password));
        Assert.Contains(site.Log.Lines, line => line.Contains("could not be asked: Certificate", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_directory_inside_is_asked_only_where_the_site_names_it()
    {
        await using var site = await TestSite.StartAsync(null, [.. Options(_directory, "Tls", "template").Where(option => !option.Key.Contains("Allow", StringComparison.Ordinal))]);

        Assert.Equal(503, await StatusAsync(site, "ada", Slapd.Password));
        Assert.Contains(site.Log.Lines, line => line.Contains("could not be asked: Forbidden", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_service_the_directory_does_not_take_lets_nobody_in()
    {
        await using var site = await TestSite.StartAsync(null, [.. Options(_directory, "Tls", "search"), ("Ldap:BindPassword", "another")]);

        Assert.Equal(503, await StatusAsync(site, "ada", Slapd.Password));
        Assert.Contains(site.Log.Lines, line => line.Contains("could not be asked: ClientRefused", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_mailbox_that_the_same_password_opens_is_there_at_the_first_sign_in_and_read()
    {
        await using var dovecot = new Dovecot(users: "ada@example.org");
        Deliver(dovecot, "ada@example.org", "Found in the directory");
        await using var site = await TestSite.StartAsync(
            null,
            [
                .. Options(_directory, "Tls", "search"),
                ("SignIn:AddAccount", "true"), ("SignIn:ImapHost", "localhost"), ("SignIn:ImapPort", $"{dovecot.TlsPort}"), ("SignIn:SmtpHost", "localhost"),
                ("Egress:Mail:Allow:0", $"localhost:{dovecot.TlsPort}"), ("Egress:Mail:TrustedCertificates:0", dovecot.AuthorityFile),
            ]);
        using var browser = site.Browser();
        await browser.GetAsync("/sign-in");

        Assert.Contains("Keep this key", (await browser.PostAsync("/sign-in", ("name", "ada"), ("password", Slapd.Password))).Body, StringComparison.Ordinal);

        var account = (await browser.GetAsync("/accounts")).Body;
        Assert.Contains("ada@example.org", account, StringComparison.Ordinal);
        for (var since = System.Diagnostics.Stopwatch.GetTimestamp(); !(await browser.GetAsync("/")).Body.Contains("Found in the directory", StringComparison.Ordinal); await Task.Delay(100, Cancellation))
            Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(30), "the mail is not read: " + string.Join('\n', site.Log.Lines));
    }

    /// <summary>Puts a message where the server finds it.</summary>
    private static void Deliver(Dovecot dovecot, string user, string subject)
    {
        foreach (var part in (string[])["mail", "mail/cur", "mail/new", "mail/tmp"]) Dovecot.OpenToAll(Directory.CreateDirectory(Path.Combine(dovecot.MailDirectory(user), part)).FullName);
        File.WriteAllText(Path.Combine(dovecot.MailDirectory(user), "mail/new/1.first.localhost"), $"From: Ben <ben@example.org>\r\nTo: {user}\r\nDate: Mon, 30 Nov 2026 09:00:00 +0000\r\nSubject: {subject}\r\nMessage-ID: <1@example.org>\r\n\r\nHello.\r\n");
    }

    private static (string Key, string Value)[] Options(Slapd slapd, string security, string way, int? port = null)
    {
        var at = port ?? (security == "Tls" ? slapd.TlsPort : slapd.Port);
        return
        [
            ("SignIn:Backend", "Ldap"),
            ("SignIn:Admit", "Everybody"),
            ("Ldap:Host", "localhost"),
            ("Ldap:Port", $"{at}"),
            ("Ldap:Security", security),
            .. way == "template"
                ? new[] { ("Ldap:DnTemplate", $"uid={{name}},{Slapd.Base}") }
                : [("Ldap:SearchBase", Slapd.Base), ("Ldap:BindDn", Slapd.Service), ("Ldap:BindPassword", Slapd.ServicePassword)],
            ("Egress:Identity:Allow:0", $"localhost:{at}"),
            ("Egress:Identity:TrustedCertificates:0", slapd.AuthorityFile),
        ];
    }

    private static int PortOf(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;

    private static Task<IReadOnlyList<UserAccount>> PeopleOf(TestSite site) => site.Services.GetRequiredService<People>().AllAsync(Cancellation);

    private static async Task<int> StatusAsync(TestSite site, string name, string password)
    {
        using var browser = site.Browser();
        await browser.GetAsync("/sign-in");
        return (await browser.PostAsync("/sign-in", ("name", name), ("password", password))).Status;
    }
}
