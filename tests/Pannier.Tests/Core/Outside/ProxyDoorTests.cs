using System.Net;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Outside;
using Pannier.Core.Storage;
using Pannier.Core.Users;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Outside;

/// <summary>A site behind a proxy that signs people in and names them in a header: over HTTP, where the tests are the proxy.</summary>
public sealed partial class ProxyDoorTests
{
    private const string Secret = "only the proxy and the site know this";
    private const string Passphrase = TestSite.Password;
    private static readonly (string, string) Everybody = ("SignIn:Admit", "Everybody");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_invited_name_chooses_a_passphrase_and_gets_keys_of_its_own()
    {
        await using var site = await StartAsync();
        await site.Services.GetRequiredService<OutsidePeople>().InviteAsync(SignInName.Read("ada")!, Role.Administrator, Cancellation);
        using var browser = Proxied(site, "ada");

        Assert.Contains("Example Ltd says that you are ada", (await browser.GetAsync("/sign-in")).Body, StringComparison.Ordinal);
        var ticket = TicketOf(await browser.PostAsync("/sign-in/proxy"));
        Assert.Equal(422, (await browser.PostAsync("/sign-in/begin", ("ticket", ticket), ("password", "short"), ("again", "short"))).Status);
        Assert.Equal(422, (await browser.PostAsync("/sign-in/begin", ("ticket", ticket), ("password", Passphrase), ("again", "another passphrase"))).Status);
        var begun = await browser.PostAsync("/sign-in/begin", ("ticket", ticket), ("password", Passphrase), ("again", Passphrase));

        Assert.Contains("Keep this key", begun.Body, StringComparison.Ordinal);
        Assert.Equal(200, (await browser.GetAsync("/")).Status);
        var person = Assert.Single(await PeopleOf(site).AllAsync(Cancellation));
        Assert.Equal(("ada", Role.Administrator, SignInBackend.Proxy), (person.Name.Shown, person.Role, person.Backend));
    }

    [Fact]
    public async Task Being_named_opens_nothing_and_the_passphrase_opens_the_data()
    {
        await using var site = await StartAsync(Everybody);
        (await BegunAsync(site, "ada")).Browser.Dispose();
        using var browser = Proxied(site, "ada");
        await browser.GetAsync("/sign-in");

        var entered = await browser.PostAsync("/sign-in/proxy", ("next", "/accounts"));

        Assert.Equal((303, "/unlock?next=%2Faccounts"), (entered.Status, entered.Location));
        Assert.Equal(303, (await browser.GetAsync("/")).Status);
        Assert.Equal("/unlock?next=%2F", (await browser.GetAsync("/sign-in?next=%2F")).Location);
        Assert.Contains("Passphrase of your data", (await browser.GetAsync("/unlock?next=%2Faccounts")).Body, StringComparison.Ordinal);
        Assert.Equal(422, (await browser.PostAsync("/unlock/passphrase", ("passphrase", "not this one"))).Status);
        Assert.Equal(303, (await browser.GetAsync("/")).Status);
        var opened = await browser.PostAsync("/unlock/passphrase", ("passphrase", Passphrase), ("next", "/accounts"));
        Assert.Equal((303, "/accounts"), (opened.Status, opened.Location));
        Assert.Equal(200, (await browser.GetAsync("/")).Status);
    }

    [Fact]
    public async Task What_is_wished_at_the_door_is_done_once_the_passphrase_was_chosen_or_given()
    {
        await using var site = await StartAsync(Everybody, ("Session:StayFor", "30.00:00:00"));
        using var browser = Proxied(site, "ada");
        Assert.Contains("id=\"vouched-stay\"", (await browser.GetAsync("/sign-in")).Body, StringComparison.Ordinal);
        var newcomer = await browser.PostAsync("/sign-in/proxy", ("own", "yes"), ("stay", "yes"));
        Assert.Contains("type=\"hidden\" name=\"own\"", newcomer.Body, StringComparison.Ordinal);
        Assert.Contains("type=\"hidden\" name=\"stay\"", newcomer.Body, StringComparison.Ordinal);
        var begun = await browser.PostAsync("/sign-in/begin", ("ticket", TicketOf(newcomer)), ("password", Passphrase), ("again", Passphrase), ("own", "yes"), ("stay", "yes"));
        Assert.Equal(["__Host-pannier", "__Host-pannier-device"], begun.Lasting());

        using var other = Proxied(site, "ada");
        await other.GetAsync("/sign-in");
        var half = await other.PostAsync("/sign-in/proxy", ("stay", "yes"));
        await other.GetAsync("/unlock");
        Assert.Empty(half.Lasting()); // nothing is opened yet
        Assert.Equal(["__Host-pannier"], (await other.PostAsync("/unlock/passphrase", ("passphrase", Passphrase))).Lasting());

        using var third = await EnteredAsync(site, "ada");
        Assert.Empty((await third.PostAsync("/unlock/passphrase", ("passphrase", Passphrase))).Lasting());
    }

    [Fact]
    public async Task No_sign_in_ever_replaces_a_vault_it_cannot_open()
    {
        await using var site = await StartAsync(Everybody);
        using var slow = Proxied(site, "ada");
        await slow.GetAsync("/sign-in");
        var ticket = TicketOf(await slow.PostAsync("/sign-in/proxy")); // from before there were keys
        var (key, first) = await BegunAsync(site, "ada");
        first.Dispose();
        var kept = await KeptAsync(site);

        var late = await slow.PostAsync("/sign-in/begin", ("ticket", ticket), ("password", "another passphrase"), ("again", "another passphrase"));
        Assert.Equal(401, late.Status);
        Assert.Equal(kept, await KeptAsync(site));

        await slow.GetAsync("/sign-in");
        Assert.Equal(303, (await slow.PostAsync("/sign-in/proxy")).Status);
        await slow.GetAsync("/unlock");
        Assert.Equal(422, (await slow.PostAsync("/unlock/passphrase", ("passphrase", "another passphrase"))).Status);
        Assert.Equal(422, (await slow.PostAsync("/unlock/recovery-key", ("key", Pannier.Core.Crypto.RecoveryKey.New().Reveal()), ("password", "another passphrase"), ("again", "another passphrase"))).Status);
        Assert.Equal(422, (await slow.PostAsync("/unlock/recovery-key", ("key", Passphrase), ("password", "another passphrase"), ("again", "another passphrase"))).Status);
        Assert.Equal(422, (await slow.PostAsync("/unlock", ("current", "another passphrase"), ("old", "another passphrase"))).Status);
        Assert.Equal(kept, await KeptAsync(site));

        var opened = await slow.PostAsync("/unlock/recovery-key", ("key", key), ("password", "another passphrase"), ("again", "another passphrase"));
        Assert.Contains("Keep this key", opened.Body, StringComparison.Ordinal);
        Assert.NotEqual(key, KeyOf(opened.Body));
        Assert.Equal(200, (await slow.GetAsync("/")).Status);
        using var again = await EnteredAsync(site, "ada");
        Assert.Equal(422, (await again.PostAsync("/unlock/passphrase", ("passphrase", Passphrase))).Status);
        Assert.Equal(303, (await again.PostAsync("/unlock/passphrase", ("passphrase", "another passphrase"))).Status);
    }

    [Fact]
    public async Task The_header_is_believed_with_the_secret_alone()
    {
        await using var site = await StartAsync(Everybody);
        using var none = site.Browser();
        none.Always["Remote-User"] = "ada";
        using var wrong = Proxied(site, "ada");
        wrong.Always["Pannier-Proxy-Secret"] = Secret + "!";
        using var unnamed = site.Browser();

        Assert.Equal((403, 403), ((await none.GetAsync("/sign-in")).Status, (await wrong.GetAsync("/sign-in")).Status));
        Assert.Contains(site.Log.Lines, line => line.Contains("had the header Remote-User without the secret", StringComparison.Ordinal));
        Assert.DoesNotContain(site.Log.Lines, line => line.Contains("ada", StringComparison.Ordinal) || line.Contains(Secret, StringComparison.Ordinal));
        Assert.Contains("Example Ltd, which has not said who you are", (await unnamed.GetAsync("/sign-in")).Body, StringComparison.Ordinal);
        Assert.Equal(401, (await unnamed.PostAsync("/sign-in/proxy")).Status);
        Assert.Empty(await PeopleOf(site).AllAsync(Cancellation));
    }

    [Fact]
    public async Task The_header_is_believed_from_the_proxys_connection_whatever_another_header_says()
    {
        await using var far = await TestSite.StartAsync(null, [.. Options("10.9.8.7"), Everybody, ("Listen:TrustedProxies:0", "127.0.0.1")]);
        await using var near = await StartAsync(Everybody, ("Listen:TrustedProxies:0", "127.0.0.1"));
        using var lying = Proxied(far, "ada");
        lying.Always["X-Forwarded-For"] = "10.9.8.7";
        using var forwarded = Proxied(near, "ada");
        forwarded.Always["X-Forwarded-For"] = "203.0.113.5";

        Assert.Equal((403, 200), ((await lying.GetAsync("/sign-in")).Status, (await forwarded.GetAsync("/sign-in")).Status));
        Assert.Contains(far.Log.Lines, line => line.Contains("from 127.0.0.1 had the header Remote-User, and that address is not in Proxy:Addresses", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_names_and_a_name_in_another_form_of_letters_are_nobodys()
    {
        await using var site = await StartAsync(Everybody);
        using var browser = Proxied(site, "ｕser");
        using var two = Proxied(site, "ada");
        using var zoe = Proxied(site, "zoë");

        Assert.Equal(403, (await browser.GetAsync("/sign-in")).Status);
        Assert.Equal(403, (await two.GetAsync("/sign-in", ("Remote-User", "ben"))).Status);
        Assert.Contains("Example Ltd says that you are zoë", (await zoe.GetAsync("/sign-in")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_ends_when_the_proxy_names_somebody_else()
    {
        await using var site = await StartAsync(Everybody);
        var (_, browser) = await BegunAsync(site, "ada");
        using (browser)
        {
            browser.Always["Remote-User"] = "ADA";
            Assert.Equal(200, (await browser.GetAsync("/")).Status);
            browser.Always["Remote-User"] = "ben";

            Assert.Equal(303, (await browser.GetAsync("/")).Status);
            browser.Always["Remote-User"] = "ada";
            Assert.Equal(303, (await browser.GetAsync("/")).Status);
        }

        Assert.Empty(site.Services.GetRequiredService<Pannier.Core.Sessions.LiveSessions>().OnePerPerson());
    }

    [Fact]
    public async Task Nobody_comes_in_uninvited_or_under_the_name_of_somebody_who_registered_here()
    {
        await using var site = await StartAsync(("SignIn:AlsoLocal", "true"));
        (await site.RegisteredAsync("ann")).Dispose();
        using var unknown = Proxied(site, "ada");
        await unknown.GetAsync("/sign-in");
        using var ann = Proxied(site, "ann");
        await ann.GetAsync("/sign-in");

        var uninvited = await unknown.PostAsync("/sign-in/proxy");
        var taken = await ann.PostAsync("/sign-in/proxy");

        Assert.Equal((401, 401), (uninvited.Status, taken.Status));
        Assert.Contains("this site does not know you yet", uninvited.Body, StringComparison.Ordinal);
        Assert.Single(await PeopleOf(site).AllAsync(Cancellation));
        (await site.SignedInAsync("ann")).Dispose();
    }

    [Fact]
    public async Task The_passphrase_signs_nobody_in_who_was_not_named()
    {
        await using var site = await StartAsync(Everybody, ("SignIn:AlsoLocal", "true"));
        (await BegunAsync(site, "ada")).Browser.Dispose();
        using var browser = site.Browser();
        await browser.GetAsync("/sign-in");

        Assert.Equal(401, (await browser.PostAsync("/sign-in", ("name", "ada"), ("password", Passphrase))).Status);
        Assert.Equal(401, (await browser.PostAsync("/unlock/passphrase", ("passphrase", Passphrase))).Status);
        Assert.Equal(401, (await browser.PostAsync("/sign-in/begin", ("ticket", "made-up"), ("password", Passphrase), ("again", Passphrase))).Status);
    }

    [Fact]
    public async Task Who_guesses_the_passphrase_waits()
    {
        await using var site = await StartAsync(Everybody);
        (await BegunAsync(site, "ada")).Browser.Dispose();
        using var browser = await EnteredAsync(site, "ada");
        for (var i = 0; i < 6; i++) Assert.Equal(422, (await browser.PostAsync("/unlock/passphrase", ("passphrase", $"wrong {i}"))).Status);

        Assert.Equal(429, (await browser.PostAsync("/unlock/passphrase", ("passphrase", Passphrase))).Status);
    }

    [Fact]
    public async Task The_passphrase_is_asked_again_and_can_be_changed()
    {
        await using var site = await StartAsync(Everybody);
        var (_, other) = await BegunAsync(site, "ada");
        using var browser = await EnteredAsync(site, "ada");
        await browser.PostAsync("/unlock/passphrase", ("passphrase", Passphrase));

        using (other)
        {
            Assert.Contains("Your passphrase again", (await browser.GetAsync("/confirm")).Body, StringComparison.Ordinal);
            Assert.Equal(401, (await browser.PostAsync("/confirm", ("current", "not it"))).Status);
            Assert.Equal(303, (await browser.PostAsync("/confirm", ("current", Passphrase))).Status);
            await browser.GetAsync("/settings/password");
            Assert.Equal(422, (await browser.PostAsync("/settings/password", ("current", "not it"), ("password", "another passphrase"), ("again", "another passphrase"))).Status);
            Assert.Equal(303, (await browser.PostAsync("/settings/password", ("current", Passphrase), ("password", "another passphrase"), ("again", "another passphrase"))).Status);
            Assert.Equal((200, 303), ((await browser.GetAsync("/")).Status, (await other.GetAsync("/")).Status));
        }

        using var again = await EnteredAsync(site, "ada");
        Assert.Equal(303, (await again.PostAsync("/unlock/passphrase", ("passphrase", "another passphrase"))).Status);
    }

    [Fact]
    public async Task A_passkey_that_gives_a_key_opens_the_data_in_place_of_the_passphrase()
    {
        await using var site = await StartAsync(Everybody);
        using var phone = new SoftAuthenticator(site.Origin());
        var (_, browser) = await BegunAsync(site, "ada");
        using (browser)
        {
            await browser.ConfirmAsync();
            await browser.AddPasskeyAloneAsync(phone);
        }

        using var again = await EnteredAsync(site, "ada");
        Assert.Contains("Open with a passkey", (await again.GetAsync("/unlock")).Body, StringComparison.Ordinal);
        var opened = await again.OpenByPasskeyAsync(phone);

        Assert.Equal((303, "/"), (opened.Status, opened.Location));
        Assert.Equal(200, (await again.GetAsync("/")).Status);
    }

    [Fact]
    public async Task A_second_factor_the_site_wants_comes_after_the_passphrase()
    {
        await using var site = await StartAsync(Everybody, ("SecondFactor:Required", "Everybody"));
        using var browser = Proxied(site, "ada");
        await browser.GetAsync("/sign-in");
        var ticket = TicketOf(await browser.PostAsync("/sign-in/proxy"));

        var begun = await browser.PostAsync("/sign-in/begin", ("ticket", ticket), ("password", Passphrase), ("again", Passphrase));

        Assert.Contains("/second-factor", begun.Body, StringComparison.Ordinal);
        Assert.Equal(303, (await browser.GetAsync("/")).Status);
        using var again = await EnteredAsync(site, "ada");
        Assert.Equal("/second-factor", (await again.PostAsync("/unlock/passphrase", ("passphrase", Passphrase))).Location);
    }

    [Fact]
    public async Task What_is_sent_after_the_sessions_end_is_offered_once_the_passphrase_is_given()
    {
        await using var site = await StartAsync(Everybody);
        var (_, browser) = await BegunAsync(site, "ada");
        using (browser)
        {
            await browser.GetAsync("/settings");
            site.Clock.Advance(TimeSpan.FromMinutes(31));
            var refused = await browser.PostAsync("/settings", ("zone", "Europe/Oslo"));
            var parcel = Parcel().Match(refused.Body).Groups[1].Value;
            await browser.GetAsync("/sign-in");

            var asked = await browser.PostAsync("/sign-in/proxy", ("carried", parcel));
            Assert.Contains("name=\"passphrase\"", asked.Body, StringComparison.Ordinal);
            var opened = await browser.PostAsync("/unlock/passphrase", ("passphrase", Passphrase), ("carried", Parcel().Match(asked.Body).Groups[1].Value));

            Assert.Equal((303, "/carried"), (opened.Status, opened.Location));
        }
    }

    private static Task<TestSite> StartAsync(params (string Key, string Value)[] more) => TestSite.StartAsync(null, [.. Options("127.0.0.0/8"), .. more]);

    private static (string Key, string Value)[] Options(string addresses) =>
        [("SignIn:Backend", "Proxy"), ("SignIn:VouchedBy", "Example Ltd"), ("Proxy:Addresses:0", addresses), ("Proxy:Secret", Secret)];

    private static TestBrowser Proxied(TestSite site, string name)
    {
        var browser = site.Browser();
        (browser.Always["Remote-User"], browser.Always["Pannier-Proxy-Secret"]) = (name, Secret);
        return browser;
    }

    /// <summary>Somebody who has come for the first time and chosen the passphrase.</summary>
    private static async Task<(string Key, TestBrowser Browser)> BegunAsync(TestSite site, string name)
    {
        var browser = Proxied(site, name);
        await browser.GetAsync("/sign-in");
        var ticket = TicketOf(await browser.PostAsync("/sign-in/proxy"));
        return (KeyOf((await browser.PostAsync("/sign-in/begin", ("ticket", ticket), ("password", Passphrase), ("again", Passphrase))).Body), browser);
    }

    /// <summary>A browser at the page that asks for the passphrase.</summary>
    private static async Task<TestBrowser> EnteredAsync(TestSite site, string name)
    {
        var browser = Proxied(site, name);
        await browser.GetAsync("/sign-in");
        Assert.Equal("/unlock", (await browser.PostAsync("/sign-in/proxy")).Location);
        await browser.GetAsync("/unlock");
        return browser;
    }

    private static People PeopleOf(TestSite site) => site.Services.GetRequiredService<People>();

    private static string TicketOf(Reply reply) => Ticket().Match(reply.Body).Groups[1].Value;

    private static string KeyOf(string page) => WebUtility.HtmlDecode(Regex.Replace(Key().Match(page).Groups[1].Value, "<[^>]*>|\\s", ""));

    /// <summary>All that opens anything.</summary>
    private static async Task<string> KeptAsync(TestSite site) => string.Join('\n', (await site.Services.GetRequiredService<Database>().ReadAsync(
        connection => connection.QueryAsync<string>("SELECT kind || hex(box) FROM wrap UNION ALL SELECT number || hex(box) FROM data_key ORDER BY 1"), Cancellation)));

    [GeneratedRegex("name=\"ticket\" value=\"([^\"]+)\"")]
    private static partial Regex Ticket();

    [GeneratedRegex("class=\"signin-key\"[^>]*>(.*?)</p>", RegexOptions.Singleline)]
    private static partial Regex Key();

    [GeneratedRegex("name=\"carried\" value=\"([^\"]+)\"")]
    private static partial Regex Parcel();
}
