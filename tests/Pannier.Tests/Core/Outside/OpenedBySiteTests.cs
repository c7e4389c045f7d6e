using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Sessions;
using Pannier.Core.Users;
using Pannier.Modules.Promises;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Outside;

/// <summary>A site that opens the data of people a proxy names by its own key: nothing is asked of them, each can take that back, and so can the site.</summary>
public sealed partial class OpenedBySiteTests : IDisposable
{
    private const string Secret = "only the proxy and the site know this";
    private const string Passphrase = "opens the data alone";
    private static readonly (string, string) BySite = ("SignIn:DataOpenedBy", "Site");
    private readonly TempDirectory _directory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Whoever_is_vouched_for_gets_in_without_a_passphrase_and_is_shown_the_recovery_key()
    {
        await using var site = await StartAsync(BySite);
        var (key, first) = await BegunAsync(site);
        using (first) Assert.Equal((26 + 1, 200), (key.Replace("-", "", StringComparison.Ordinal).Length, (await first.GetAsync("/")).Status));

        using var again = Named(site);
        await again.GetAsync("/sign-in");
        var entered = await again.PostAsync("/sign-in/proxy", ("next", "/settings/security-log"));

        Assert.Equal((303, "/settings/security-log"), (entered.Status, entered.Location));
        Assert.Contains("Signed in", (await again.GetAsync("/settings/security-log")).Body, StringComparison.Ordinal); // sealed, and read
    }

    [Fact]
    public async Task Nobody_unnamed_gets_in_and_another_name_opens_nothing_of_theirs()
    {
        await using var site = await StartAsync(BySite);
        (await BegunAsync(site)).Browser.Dispose();
        using var nobody = site.Browser();
        await nobody.GetAsync("/sign-in");
        using var ben = Named(site, "ben");
        await ben.GetAsync("/sign-in");

        Assert.Equal(401, (await nobody.PostAsync("/sign-in/proxy")).Status);
        Assert.Contains("Keep this key", (await ben.PostAsync("/sign-in/proxy")).Body, StringComparison.Ordinal); // his own, new
        Assert.Equal(2, (await site.Services.GetRequiredService<People>().AllAsync(Cancellation)).Count);
    }

    [Fact]
    public async Task A_second_factor_is_asked_for_as_ever()
    {
        await using var site = await StartAsync(BySite, ("SecondFactor:Required", "Everybody"));
        var (_, browser) = await BegunAsync(site);

        using (browser) Assert.Equal("/second-factor", (await browser.GetAsync("/")).Location?.Split('?')[0]);
        using var again = Named(site);
        await again.GetAsync("/sign-in");
        Assert.Equal("/second-factor", (await again.PostAsync("/sign-in/proxy")).Location);
    }

    [Fact]
    public async Task Turned_off_again_the_recovery_key_and_a_new_passphrase_are_asked_for_and_nothing_is_lost()
    {
        string key;
        await using (var on = await StartAsync(BySite))
        {
            (key, var first) = await BegunAsync(on);
            first.Dispose();
        }

        await using var site = await StartAsync();
        Assert.Equal((PromiseState.Weaker, "promise.lasting-data.here.left"), await StandsAsync(site));
        using var browser = Named(site);
        await browser.GetAsync("/sign-in");
        Assert.Equal("/unlock", (await browser.PostAsync("/sign-in/proxy")).Location);
        var asked = (await browser.GetAsync("/unlock")).Body;
        Assert.Contains("Give the recovery key that you kept", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"passphrase\"", asked, StringComparison.Ordinal);
        Assert.Equal(422, (await browser.PostAsync("/unlock/passphrase", ("passphrase", Passphrase))).Status);

        var opened = await browser.PostAsync("/unlock/recovery-key", ("key", key), ("password", Passphrase), ("again", Passphrase));

        Assert.Contains("Keep this key", opened.Body, StringComparison.Ordinal);
        Assert.Contains("You registered", (await browser.GetAsync("/settings/security-log")).Body, StringComparison.Ordinal); // what was sealed before
        Assert.Equal((PromiseState.Kept, null), await StandsAsync(site));
    }

    [Fact]
    public async Task Who_has_a_passphrase_keeps_it_and_may_let_the_site_open_and_take_that_back()
    {
        await using (var off = await StartAsync())
        {
            using var first = Named(off);
            await first.GetAsync("/sign-in");
            var ticket = Ticket().Match((await first.PostAsync("/sign-in/proxy")).Body).Groups[1].Value;
            Assert.Equal(200, (await first.PostAsync("/sign-in/begin", ("ticket", ticket), ("password", Passphrase), ("again", Passphrase))).Status);
        }

        await using var site = await StartAsync(BySite);
        using var browser = await LockedAsync(site);
        Assert.Equal(303, (await browser.PostAsync("/unlock/passphrase", ("passphrase", Passphrase))).Status);
        Assert.Contains("Let this site open it", (await browser.GetAsync("/settings/password")).Body, StringComparison.Ordinal);
        Assert.Equal(422, (await browser.PostAsync("/settings/data-opener", ("current", "not it"))).Status);
        Assert.Equal(303, (await browser.PostAsync("/settings/data-opener", ("current", Passphrase))).Status);
        using var other = Named(site);
        await other.GetAsync("/sign-in");
        Assert.Equal("/", (await other.PostAsync("/sign-in/proxy")).Location);

        await StepUpAsync(site, other);
        await other.GetAsync("/settings/passphrase");
        Assert.Equal(422, (await other.PostAsync("/settings/passphrase", ("password", "short"), ("again", "short"))).Status);
        Assert.Equal(303, (await other.PostAsync("/settings/passphrase", ("password", "another passphrase"), ("again", "another passphrase"))).Status);

        Assert.Equal((200, 303), ((await other.GetAsync("/")).Status, (await browser.GetAsync("/")).Status)); // all others ended
        using var last = await LockedAsync(site);
        Assert.Equal(422, (await last.PostAsync("/unlock/passphrase", ("passphrase", Passphrase))).Status);
        Assert.Equal(303, (await last.PostAsync("/unlock/passphrase", ("passphrase", "another passphrase"))).Status);
    }

    [Fact]
    public async Task A_passphrase_given_where_the_site_opens_nobody_takes_its_wrap_away()
    {
        await using (var off = await StartAsync())
        {
            using var first = Named(off);
            await first.GetAsync("/sign-in");
            var ticket = Ticket().Match((await first.PostAsync("/sign-in/proxy")).Body).Groups[1].Value;
            await first.PostAsync("/sign-in/begin", ("ticket", ticket), ("password", Passphrase), ("again", Passphrase));
        }

        await using (var on = await StartAsync(BySite))
        {
            using var lets = await LockedAsync(on);
            await lets.PostAsync("/unlock/passphrase", ("passphrase", Passphrase));
            await lets.GetAsync("/settings/password");
            await lets.PostAsync("/settings/data-opener", ("current", Passphrase));
            Assert.Equal((PromiseState.Weaker, "promise.lasting-data.here.site"), await StandsAsync(on));
        }

        await using var site = await StartAsync();
        using var browser = await LockedAsync(site);
        Assert.Equal(303, (await browser.PostAsync("/unlock/passphrase", ("passphrase", Passphrase))).Status);

        Assert.Equal((PromiseState.Kept, null), await StandsAsync(site));
    }

    [Fact]
    public async Task Acts_that_need_the_root_key_ask_for_a_step_up_in_place_of_a_secret()
    {
        await using var site = await StartAsync(BySite);
        var (key, browser) = await BegunAsync(site);
        using var phone = new SoftAuthenticator(site.Origin());
        using (browser)
        {
            await browser.GetAsync("/settings/password");
            foreach (var act in (string[])["/settings/recovery-key", "/settings/data-key"])
                Assert.Equal((act, "/confirm?next=%2Fsettings%2Fpassword"), (act, (await browser.PostAsync(act)).Location));
            foreach (var act in (string[])["/settings/second-factor/begin", "/settings/second-factor/codes"])
                Assert.Equal((act, "/confirm?next=%2Fsettings%2Fsecond-factor"), (act, (await browser.PostAsync(act)).Location));

            Assert.DoesNotContain("type=\"password\"", (await browser.GetAsync("/confirm")).Body, StringComparison.Ordinal);
            Assert.Equal(401, (await browser.PostAsync("/confirm")).Status);
            await StepUpAsync(site, browser);
            await browser.GetAsync("/settings/password");
            var made = await browser.PostAsync("/settings/recovery-key");
            Assert.Contains("Keep this key", made.Body, StringComparison.Ordinal);
            Assert.NotEqual(key, KeyOf(made));
            await browser.GetAsync("/settings/password");
            Assert.Equal("/settings/password", (await browser.PostAsync("/settings/data-key")).Location);
            await StepUpAsync(site, browser);
            await browser.GetAsync("/settings/second-factor");
            Assert.Contains("Scan this", (await browser.PostAsync("/settings/second-factor/begin")).Body, StringComparison.Ordinal);
            Assert.DoesNotContain("type=\"password\"", (await browser.GetAsync("/settings/passkeys/add")).Body, StringComparison.Ordinal);
            var (options, _) = await browser.QuestionAsync("/settings/passkeys/begin", ("alone", "yes"));
            var added = await browser.PostAsync("/settings/passkeys/add", ("name", "telephone"), ("alone", "yes"), ("credential", phone.Make(options)), ("key", phone.Key(options)));
            Assert.Contains("signs you in alone", added.Body, StringComparison.Ordinal);
        }

        using var anywhere = site.Browser();
        Assert.Equal(303, (await anywhere.OpenByPasskeyAsync(phone)).Status);
    }

    [Fact]
    public async Task A_step_up_is_the_proxys_word_for_this_very_person()
    {
        await using var site = await StartAsync(BySite);
        var (_, browser) = await BegunAsync(site);
        using (browser)
        {
            await browser.GetAsync("/confirm");
            browser.Always.Remove("Remote-User");
            browser.Always.Remove("Pannier-Proxy-Secret");

            Assert.Equal(401, (await browser.PostAsync("/confirm", ("yes", "yes"))).Status);
            Assert.StartsWith("/confirm", (await browser.GetAsync("/settings/passphrase")).Location, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_security_page_says_that_data_are_kept_weaker()
    {
        await using var site = await StartAsync(BySite);
        (await BegunAsync(site)).Browser.Dispose();
        using var stranger = site.Browser();

        Assert.Contains("could read what is kept of theirs while they are away", WebUtility.HtmlDecode((await stranger.GetAsync("/security?tab=server")).Body), StringComparison.Ordinal);
    }

    private Task<TestSite> StartAsync(params (string Key, string Value)[] more) => TestSite.StartAsync(
        null,
        [("Data:Directory", _directory.File("data")), ("SignIn:Backend", "Proxy"), ("SignIn:VouchedBy", "Example Ltd"), ("SignIn:Admit", "Everybody"), ("Proxy:Addresses:0", "127.0.0.0/8"), ("Proxy:Secret", Secret), .. more]);

    private static TestBrowser Named(TestSite site, string name = "ada")
    {
        var browser = site.Browser();
        (browser.Always["Remote-User"], browser.Always["Pannier-Proxy-Secret"]) = (name, Secret);
        return browser;
    }

    private static async Task<(string Key, TestBrowser Browser)> BegunAsync(TestSite site)
    {
        var browser = Named(site);
        await browser.GetAsync("/sign-in");
        var page = await browser.PostAsync("/sign-in/proxy");
        Assert.Contains("Keep this key", page.Body, StringComparison.Ordinal);
        await browser.GetAsync("/");
        return (KeyOf(page), browser);
    }

    private static string KeyOf(Reply page) => WebUtility.HtmlDecode(Regex.Replace(Key().Match(page.Body).Groups[1].Value, "<[^>]*>|\\s", ""));

    /// <summary>A browser at the page that asks for the passphrase.</summary>
    private static async Task<TestBrowser> LockedAsync(TestSite site)
    {
        var browser = Named(site);
        await browser.GetAsync("/sign-in");
        Assert.Equal("/unlock", (await browser.PostAsync("/sign-in/proxy")).Location);
        await browser.GetAsync("/unlock");
        return browser;
    }

    private static async Task StepUpAsync(TestSite site, TestBrowser browser)
    {
        await browser.GetAsync("/confirm");
        Assert.Equal(303, (await browser.PostAsync("/confirm", ("yes", "yes"))).Status);
        Assert.Contains(site.Services.GetRequiredService<LiveSessions>().OnePerPerson(), session => session.Name == "ada");
    }

    private static async Task<(PromiseState State, string? Here)> StandsAsync(TestSite site)
    {
        var promise = (await site.Services.GetRequiredService<ServerPromises>().NowAsync(Cancellation)).Single(promise => promise.Key == "lasting-data");
        return (promise.State, promise.Here?.Key);
    }

    [GeneratedRegex("name=\"ticket\" value=\"([^\"]+)\"")]
    private static partial Regex Ticket();

    [GeneratedRegex("class=\"signin-key\"[^>]*>(.*?)</p>", RegexOptions.Singleline)]
    private static partial Regex Key();
}
