using System.Net;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Core.Outside;
using Pannier.Core.Records;
using Pannier.Core.Sessions;
using Pannier.Core.Storage;
using Pannier.Core.Users;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Outside;

/// <summary>A site whose people have their password at a mail server: a real one, and browsers.</summary>
public sealed class ImapDoorTests(MailServer server) : IClassFixture<MailServer>
{
    private static readonly (string, string) Everybody = ("SignIn:Admit", "Everybody");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_invited_name_comes_in_with_its_mail_password_and_gets_keys_of_its_own()
    {
        await using var site = await TestSite.StartAsync(null, server.Options());
        var name = server.NewUser();
        await InviteAsync(site, name, Role.Administrator);

        var (first, browser) = await TryAsync(site, name, Dovecot.Password);

        using (browser)
        {
            Assert.Contains("Keep this key", first.Body, StringComparison.Ordinal);
            Assert.Contains("<meta name=\"idle\" content=\"1800\"", first.Body, StringComparison.Ordinal); // without it the page leaves, and the key is lost
            Assert.Equal(200, (await browser.GetAsync("/")).Status);
            Assert.Equal(Role.Administrator, Assert.Single(await PeopleOf(site).AllAsync(Cancellation)).Role);
        }

        var (again, other) = await TryAsync(site, name, Dovecot.Password);
        using (other) Assert.Equal((303, "/"), (again.Status, again.Location));
    }

    [Fact]
    public async Task The_site_keeps_nothing_that_checks_the_password_but_the_wrap()
    {
        await using var site = await TestSite.StartAsync(null, server.Options(Everybody));
        var (_, browser) = await TryAsync(site, server.NewUser(), Dovecot.Password);
        browser.Dispose();

        var row = await site.Services.GetRequiredService<Database>().ReadAsync(connection => connection.QuerySingleAsync<(byte[] Salt, string Kdf, byte[] Verifier)>("SELECT salt, kdf, verifier FROM person"), Cancellation);

        Assert.Equal((0, "", 0), (row.Salt.Length, row.Kdf, row.Verifier.Length));
    }

    [Fact]
    public async Task Nobody_comes_in_uninvited()
    {
        await using var site = await TestSite.StartAsync(null, server.Options());

        var (reply, browser) = await TryAsync(site, server.NewUser(), Dovecot.Password);

        using (browser) Assert.Equal(303, (await browser.GetAsync("/")).Status);
        Assert.Equal(401, reply.Status);
        Assert.Contains("this site does not know you yet", reply.Body, StringComparison.Ordinal);
        Assert.Empty(await PeopleOf(site).AllAsync(Cancellation));
    }

    [Fact]
    public async Task A_wrong_password_and_a_name_nobody_has_are_answered_alike()
    {
        await using var site = await TestSite.StartAsync(null, server.Options(Everybody));
        var name = server.NewUser();
        (await TryAsync(site, name, Dovecot.Password)).Browser.Dispose();

        var (wrong, one) = await TryAsync(site, name, "not the password");
        var (unknown, two) = await TryAsync(site, "nobody@example.org", "not the password");

        using (one) using (two) Assert.Equal((401, 401), (wrong.Status, unknown.Status));
        Assert.Contains("localhost does not take this name and password", wrong.Body, StringComparison.Ordinal);
        Assert.Contains("localhost does not take this name and password", unknown.Body, StringComparison.Ordinal);
        Assert.Single(await PeopleOf(site).AllAsync(Cancellation));
    }

    [Fact]
    public async Task Names_are_one_person_with_and_without_the_domain_and_in_any_case()
    {
        await using var site = await TestSite.StartAsync(null, server.Options(Everybody, ("SignIn:Domain", "example.org")));
        var name = server.NewUser();
        (await TryAsync(site, name.Split('@')[0], Dovecot.Password)).Browser.Dispose();

        var (again, browser) = await TryAsync(site, name.ToUpperInvariant(), Dovecot.Password);

        using (browser) Assert.Equal(303, again.Status);
        Assert.Equal(name, Assert.Single(await PeopleOf(site).AllAsync(Cancellation)).Name.Shown);
    }

    [Fact]
    public async Task A_name_that_another_form_of_letters_would_make_somebody_else_is_not_even_asked_for()
    {
        await using var site = await TestSite.StartAsync(null, server.Options(Everybody));

        var (reply, browser) = await TryAsync(site, "ｕser0@example.org", Dovecot.Password);

        using (browser) Assert.Equal(401, reply.Status);
        Assert.Empty(await PeopleOf(site).AllAsync(Cancellation));
    }

    [Theory]
    [InlineData("password")]
    [InlineData("recovery key")]
    public async Task A_password_changed_outside_replaces_no_vault_and_the_old_one_or_the_key_opens_it(string by)
    {
        await using var site = await TestSite.StartAsync(null, server.Options(Everybody, ("SignIn:AddAccount", "true"), ("SignIn:SmtpHost", "localhost")));
        var name = server.NewUser();
        var (first, browser) = await TryAsync(site, name, Dovecot.Password);
        browser.Dispose();
        var key = KeyOf(first.Body);
        var wrap = await WrapAsync(site);
        server.Dovecot.ChangePassword(name, "quite another password 9");

        var (changed, back) = await TryAsync(site, name, "quite another password 9");
        using (back)
        {
            Assert.Equal((303, "/unlock"), (changed.Status, changed.Location));
            Assert.Equal(wrap, await WrapAsync(site));
            Assert.Equal(303, (await back.GetAsync("/")).Status);
            Assert.Contains("your password was changed where it is kept", (await back.GetAsync("/unlock")).Body, StringComparison.Ordinal);
            Assert.Equal(422, (await back.PostAsync("/unlock", ("current", "quite another password 9"), ("old", "never this one"))).Status);
            Assert.Equal(422, (await back.PostAsync("/unlock", ("current", Dovecot.Password), ("old", Dovecot.Password))).Status);
            Assert.Equal(wrap, await WrapAsync(site));

            var opened = await back.PostAsync("/unlock", ("current", "quite another password 9"), ("old", by == "password" ? Dovecot.Password : key));
            Assert.Equal(by == "password" ? 303 : 200, opened.Status);
            Assert.Equal(200, (await back.GetAsync("/")).Status);
            Assert.Equal("quite another password 9", await MailPasswordAsync(site));
        }

        var (again, last) = await TryAsync(site, name, "quite another password 9");
        using (last) Assert.Equal((303, "/"), (again.Status, again.Location));
        var (old, refused) = await TryAsync(site, name, Dovecot.Password);
        using (refused) Assert.Equal(401, old.Status);
    }

    [Fact]
    public async Task The_mail_account_is_there_at_once_where_the_site_wants_it()
    {
        await using var site = await TestSite.StartAsync(null, server.Options(Everybody, ("SignIn:AddAccount", "true"), ("SignIn:SmtpHost", "localhost")));
        var name = server.NewUser();

        var (_, browser) = await TryAsync(site, name, Dovecot.Password);

        using (browser) Assert.Contains(name, (await browser.GetAsync("/accounts")).Body, StringComparison.Ordinal);
        Assert.Equal(Dovecot.Password, await MailPasswordAsync(site));
    }

    [Fact]
    public async Task A_server_nobody_vouches_for_gets_no_password_and_nobody_comes_in()
    {
        await using var site = await TestSite.StartAsync(null, [.. server.Options(Everybody).Where(option => !option.Key.StartsWith("Egress:Mail:Trusted", StringComparison.Ordinal))]);

        var (reply, browser) = await TryAsync(site, server.NewUser(), Dovecot.Password);

        using (browser) Assert.Equal(503, reply.Status);
        Assert.Contains("localhost could not be asked", reply.Body, StringComparison.Ordinal);
        Assert.Contains(site.Log.Lines, line => line.Contains("localhost could not be asked: Certificate", StringComparison.Ordinal));
        Assert.Empty(await PeopleOf(site).AllAsync(Cancellation));
    }

    [Fact]
    public async Task Who_guesses_waits_before_the_server_is_asked_again()
    {
        await using var site = await TestSite.StartAsync(null, server.Options(Everybody));
        var name = server.NewUser();
        using var guesser = site.Browser();
        await guesser.GetAsync("/sign-in");
        for (var i = 0; i < 6; i++) Assert.Equal(401, (await guesser.PostAsync("/sign-in", ("name", name), ("password", $"wrong {i}"))).Status);

        Assert.Equal(429, (await guesser.PostAsync("/sign-in", ("name", name), ("password", Dovecot.Password))).Status);
        Assert.Empty(await PeopleOf(site).AllAsync(Cancellation));
    }

    [Fact]
    public async Task Asks_the_same_server_when_the_password_is_asked_again()
    {
        await using var site = await TestSite.StartAsync(null, server.Options(Everybody));
        var name = server.NewUser();
        var (_, browser) = await TryAsync(site, name, Dovecot.Password);
        using (browser)
        {
            await browser.GetAsync("/confirm");
            Assert.Equal(401, (await browser.PostAsync("/confirm", ("current", "not it"))).Status);
            server.Dovecot.ChangePassword(name, "a third password, longer");
            Assert.Contains("was changed where it is kept", (await browser.PostAsync("/confirm", ("current", "a third password, longer"))).Body, StringComparison.Ordinal);
            server.Dovecot.ChangePassword(name, Dovecot.Password);
            Assert.Equal(303, (await browser.PostAsync("/confirm", ("current", Dovecot.Password))).Status);
        }
    }

    [Fact]
    public async Task Passwords_that_are_kept_elsewhere_are_not_changed_reset_or_recovered_here()
    {
        await using var site = await TestSite.StartAsync(null, server.Options(Everybody));
        var (_, browser) = await TryAsync(site, server.NewUser(), Dovecot.Password);
        using (browser)
        {
            var page = await browser.GetAsync("/settings/password");
            Assert.Contains("Your password is kept by the server that checks it", page.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("action=\"/settings/password\"", page.Body, StringComparison.Ordinal);
            Assert.Equal(403, (await browser.PostAsync("/settings/password", ("current", Dovecot.Password), ("password", "another password 7"), ("again", "another password 7"))).Status);
        }

        using var visitor = site.Browser();
        Assert.DoesNotContain("/recover", (await visitor.GetAsync("/sign-in")).Body, StringComparison.Ordinal);
        Assert.Equal(404, (await visitor.GetAsync("/recover")).Status);
        var user = Assert.Single(await PeopleOf(site).AllAsync(Cancellation));
        var link = await site.Services.GetRequiredService<Links>().ResetAsync(user, Cancellation);
        using var password = Pannier.Mail.Secret.Of("another password 7");
        Assert.False(await site.Services.GetRequiredService<Passwords>().ResetAsync(link.Token, user, password, Cancellation));
    }

    [Fact]
    public async Task Who_registered_here_comes_in_only_where_the_site_says_so_and_nobody_else_by_that_name()
    {
        var name = server.NewUser();
        await using var site = await TestSite.StartAsync(null, server.Options(Everybody, ("SignIn:AlsoLocal", "true")));
        (await site.RegisteredAsync("ann")).Dispose();
        (await site.RegisteredAsync(name)).Dispose();

        (await site.SignedInAsync("ann")).Dispose();
        var (outside, browser) = await TryAsync(site, name, Dovecot.Password);

        using (browser) Assert.Equal(401, outside.Status);
        (await site.SignedInAsync(name)).Dispose();
        Assert.Equal(2, (await PeopleOf(site).AllAsync(Cancellation)).Count);
    }

    private static People PeopleOf(TestSite site) => site.Services.GetRequiredService<People>();

    private static Task<DateTimeOffset> InviteAsync(TestSite site, string name, Role role) =>
        site.Services.GetRequiredService<OutsidePeople>().InviteAsync(SignInName.Read(name)!, role, Cancellation);

    private static async Task<(Reply Reply, TestBrowser Browser)> TryAsync(TestSite site, string name, string password)
    {
        var browser = site.Browser();
        await browser.GetAsync("/sign-in");
        return (await browser.PostAsync("/sign-in", ("name", name), ("password", password)), browser);
    }

    private static string KeyOf(string page)
    {
        var shown = Regex.Match(page, "class=\"signin-key\"[^>]*>(.*?)</p>", RegexOptions.Singleline).Groups[1].Value;
        return WebUtility.HtmlDecode(Regex.Replace(shown, "<[^>]*>|\\s", ""));
    }

    private static Task<byte[]> WrapAsync(TestSite site) =>
        site.Services.GetRequiredService<Database>().ReadAsync(connection => connection.QuerySingleAsync<byte[]>("SELECT box FROM wrap WHERE kind = 'Password'"), Cancellation);

    /// <summary>What is kept to sign in to the one account of whoever is here.</summary>
    private static async Task<string> MailPasswordAsync(TestSite site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Visit>().Session = Assert.Single(site.Services.GetRequiredService<LiveSessions>().OnePerPerson());
        var kept = new List<AccountPasswords>();
        await foreach (var record in scope.ServiceProvider.GetRequiredService<IMyRecords<AccountPasswords>>().AllAsync(Cancellation)) kept.Add(record.Value);
        return System.Text.Encoding.UTF8.GetString(Assert.Single(kept).Imap);
    }
}
