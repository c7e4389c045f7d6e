using Pannier.Core.Operating;
using Pannier.Core.Users;
using Pannier.Modules.Operating;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Operating;

/// <summary>What an administrator sees of the site and may do to it: numbers and rules, and nobody's mail.</summary>
public sealed class OperatingTests
{
    private static readonly SiteState Fine = new()
    {
        Since = DateTimeOffset.UnixEpoch,
        People = 3,
        SignedIn = 1,
        Memory = 300_000_000,
        Mirrors = 10_000_000,
        MirrorBudget = 1_000_000_000,
        Database = 5_000_000,
        Free = 50_000_000_000,
        Waiting = 0,
        Failures = 0,
    };

    [Fact]
    public async Task It_tells_how_the_site_is_and_what_its_rules_are()
    {
        await using var site = await TestSite.StartAsync(null, ("SecondFactor:Required", "None"), ("Session:IdleLimit", "00:10:00"));
        using var ada = await site.RegisteredAsync("ada", Role.Administrator);
        using var bob = await site.RegisteredAsync("bob");
        using var stranger = site.Browser();
        await stranger.GetAsync("/sign-in");
        for (var i = 0; i < 7; i++) await stranger.PostAsync("/sign-in", ("name", "bob"), ("password", "not the password"));

        var page = await ada.GetAsync("/site");

        Assert.Equal(200, page.Status);
        Assert.Contains("2 may sign in · 2 are signed in", page.Body, StringComparison.Ordinal);
        Assert.Contains("6 in the last ten minutes · one account or network has to wait", page.Body, StringComparison.Ordinal);
        Assert.Contains("A session ends after 10 minutes without use", page.Body, StringComparison.Ordinal);
        Assert.Contains("A second factor is everybody", page.Body, StringComparison.Ordinal);
        Assert.Contains("href=\"/site\"", page.Body, StringComparison.Ordinal); // in the menu
        Assert.DoesNotContain("href=\"/site\"", (await bob.GetAsync("/settings")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_mistyped_too_often_is_let_try_at_once()
    {
        await using var site = await TestSite.StartAsync();
        using var ada = await site.RegisteredAsync("ada", Role.Administrator);
        (await site.RegisteredAsync("bob")).Dispose();
        using var bob = site.Browser();
        await bob.GetAsync("/sign-in");
        for (var i = 0; i < 6; i++) await bob.PostAsync("/sign-in", ("name", "bob"), ("password", "not the password"));
        Assert.Equal(429, (await bob.PostAsync("/sign-in", ("name", "bob"), ("password", TestSite.Password))).Status);
        await ada.GetAsync("/site");

        Assert.Contains("bob may try again at once.", (await ada.SwapAsync("/site/let-try", ("name", "bob"))).Body, StringComparison.Ordinal);
        Assert.Contains("There are no failed tries at bob.", (await ada.SwapAsync("/site/let-try", ("name", "bob"))).Body, StringComparison.Ordinal);
        Assert.Equal(422, (await ada.SwapAsync("/site/let-try", ("name", ""))).Status);
        Assert.Equal(303, (await bob.PostAsync("/sign-in", ("name", "bob"), ("password", TestSite.Password))).Status);
    }

    [Fact]
    public void What_is_to_be_done_is_said()
    {
        Assert.Null(new SitePage(Fine, "1", []).Trouble);
        Assert.Equal("site.trouble.room", new SitePage(Fine with { Free = 100_000_000 }, "1", []).Trouble?.Key);
        Assert.Equal("site.trouble.memory", new SitePage(Fine with { Mirrors = 2_000_000_000 }, "1", []).Trouble?.Key);
    }
}
