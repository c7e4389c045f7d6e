using System.Text.RegularExpressions;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Sessions;

/// <summary>Where one is signed in, and what happened, over the whole site.</summary>
public sealed partial class SessionsTests
{
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    [Fact]
    public async Task Lists_each_browser_and_ends_one_or_all_others_at_once()
    {
        await using var site = await TestSite.StartAsync();
        using var ann = await site.RegisteredAsync("ann");
        using var second = await FromAsync(site, Firefox);
        using var third = await site.SignedInAsync("ann");
        using var ben = await site.RegisteredAsync("ben");

        var page = await ann.GetAsync("/settings/sessions");
        var firefox = Ids().Matches(page.Body).Select(found => found.Groups[1].Value).ToList();
        Assert.Equal(2, firefox.Count); // this one has no button
        Assert.Contains("Firefox on Linux", page.Body, StringComparison.Ordinal);
        Assert.Contains("127.0.0.0/24", page.Body, StringComparison.Ordinal);
        Assert.Contains("this one", page.Body, StringComparison.Ordinal);

        await ben.GetAsync("/settings/sessions");
        Assert.Equal(404, (await ben.PostAsync("/settings/sessions/end", ("session", firefox[0]))).Status);
        Assert.Equal(303, (await ann.PostAsync("/settings/sessions/end", ("session", firefox[0]))).Status);
        Assert.Equal(404, (await ann.PostAsync("/settings/sessions/end", ("session", firefox[0]))).Status);
        Assert.Equal(400, (await ann.PostAsync("/settings/sessions/end", ("session", "abc"))).Status);
        Assert.Single(new[] { (await second.GetAsync("/settings")).Status, (await third.GetAsync("/settings")).Status }, status => status == 200);

        Assert.Equal(303, (await ann.PostAsync("/settings/sessions/end-others")).Status);
        Assert.Equal((303, 303), ((await second.GetAsync("/settings")).Status, (await third.GetAsync("/settings")).Status));
        Assert.Equal(200, (await ann.GetAsync("/settings/sessions")).Status);
        Assert.Equal(200, (await ben.GetAsync("/settings")).Status);
    }

    [Fact]
    public async Task Tells_of_wrong_passwords_sign_ins_and_what_was_done_newest_first()
    {
        await using var site = await TestSite.StartAsync();
        using var ann = await site.RegisteredAsync("ann");
        using var stranger = site.Browser();
        await stranger.GetAsync("/sign-in");
        stranger.Always["User-Agent"] = Firefox;
        Assert.Equal(401, (await stranger.PostAsync("/sign-in", ("name", "ann"), ("password", "not the password"))).Status);
        Assert.Equal(401, (await stranger.PostAsync("/sign-in", ("name", "nobody"), ("password", "not the password"))).Status);

        var log = await ann.GetAsync("/settings/security-log");
        while (!log.Body.Contains("Wrong password", StringComparison.Ordinal)) log = await ann.GetAsync("/settings/security-log");
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        using var again = await site.SignedInAsync("ann");
        var newer = (await ann.GetAsync("/settings/security-log")).Body;

        Assert.Equal(["You registered", "Wrong password"], What().Matches(log.Body).Select(found => found.Groups[1].Value.Trim()).Order(StringComparer.Ordinal).Reverse());
        Assert.Contains("Firefox on Linux", log.Body, StringComparison.Ordinal);
        Assert.Equal("Signed in", What().Match(newer).Groups[1].Value.Trim());
    }

    [Fact]
    public async Task A_long_log_goes_on_on_the_next_page()
    {
        await using var site = await TestSite.StartAsync();
        using var ann = await site.RegisteredAsync("ann");
        for (var i = 0; i < 55; i++)
        {
            await ann.PostAsync("/settings/sessions/end-others");
            await ann.GetAsync("/settings");
        }

        var first = await ann.GetAsync("/settings/security-log");
        var older = Older().Match(first.Body).Groups[1].Value;
        var second = await ann.GetAsync(older);

        Assert.Equal((50, 6), (What().Count(first.Body), What().Count(second.Body)));
        Assert.DoesNotMatch(Older(), second.Body);
        Assert.Equal(400, (await ann.GetAsync("/settings/security-log?after=x")).Status);
    }

    private static async Task<TestBrowser> FromAsync(TestSite site, string agent)
    {
        var browser = site.Browser();
        browser.Always["User-Agent"] = agent;
        await browser.GetAsync("/sign-in");
        Assert.Equal(303, (await browser.PostAsync("/sign-in", ("name", "ann"), ("password", TestSite.Password))).Status);
        return browser;
    }

    [GeneratedRegex("name=\"session\" value=\"([0-9A-F]{64})\"")]
    private static partial Regex Ids();

    [GeneratedRegex("sessions-what\">([^<]+)")]
    private static partial Regex What();

    [GeneratedRegex("href=\"(/settings/security-log\\?after=[0-9a-f]{32})\"")]
    private static partial Regex Older();
}
