using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Settings;
using Pannier.Core.Users;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Sessions;

/// <summary>How long an unused session lasts: the site's limit, a person's shorter one, and what tells the page.</summary>
public sealed class IdleTests
{
    [Fact]
    public async Task A_person_may_want_to_be_signed_out_sooner_and_never_later()
    {
        await using var site = await TestSite.StartAsync();
        using var ann = await site.RegisteredAsync("ann");
        await ann.GetAsync("/settings");

        await ann.PostAsync("/settings", ("setting", "safety.lock-after=five-minutes"));
        Assert.Equal(300, Left(await ann.GetAsync("/settings")));
        site.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(303, (await ann.GetAsync("/settings")).Status);

        using var again = await site.SignedInAsync("ann"); // the wish was kept
        Assert.Equal(300, Left(await again.GetAsync("/settings")));
        await again.PostAsync("/settings", ("setting", "safety.lock-after=four-hours"));
        Assert.Equal(1800, Left(await again.GetAsync("/settings")));
    }

    [Fact]
    public async Task A_script_that_asks_with_an_old_cookie_takes_the_new_one_from_nobody()
    {
        await using var site = await TestSite.StartAsync();
        using var ann = await site.RegisteredAsync("ann");
        await ann.GetAsync("/settings");
        using var late = site.Browser();
        late.Cookies["__Host-pannier"] = ann.Cookies["__Host-pannier"];
        await ann.ConfirmAsync(); // a new id; the old one is over

        Assert.DoesNotContain((await late.GetAsync("/sidebar", ("Pannier-Swap", "mailboxes"), ("Sec-Fetch-Dest", "empty"))).Values("Set-Cookie"), line => line.StartsWith("__Host-pannier=", StringComparison.Ordinal));
        Assert.Single((await late.GetAsync("/settings")).Values("Set-Cookie"), line => line.StartsWith("__Host-pannier=;", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_is_told_what_is_left_and_only_use_adds_to_it()
    {
        await using var site = await TestSite.StartAsync();
        using var ann = await site.RegisteredAsync("ann");
        var page = await ann.GetAsync("/settings");
        Assert.Contains("<meta name=\"idle\" content=\"1800\"", page.Body, StringComparison.Ordinal);

        site.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(1200, Left(await ann.GetAsync("/settings", ("Pannier-Unattended", "1"))));
        Assert.Equal(1800, Left(await ann.SwapAsync("/sessions/stay")));
        site.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(200, (await ann.GetAsync("/settings")).Status);

        using var stranger = site.Browser();
        Assert.Null((await stranger.GetAsync("/sign-in")).Header("Pannier-Idle"));
    }

    [Fact]
    public async Task A_session_that_begins_with_the_answer_tells_its_time_there()
    {
        await using var site = await TestSite.StartAsync();
        var link = await site.Services.GetRequiredService<Links>().InviteAsync(Role.Member, TestContext.Current.CancellationToken);
        using var ann = site.Browser();
        await ann.GetAsync("/register/" + link.Token);

        var key = await ann.PostAsync("/register/" + link.Token, ("name", "ann"), ("password", TestSite.Password), ("again", TestSite.Password));

        Assert.Contains("<meta name=\"idle\" content=\"1800\"", key.Body, StringComparison.Ordinal); // a page without it left by itself, and the recovery key with it
    }

    [Fact]
    public async Task Near_its_absolute_end_a_session_says_so_however_busy()
    {
        await using var site = await TestSite.StartAsync(null, ("Session:AbsoluteLimit", "01:00:00"));
        using var ann = await site.RegisteredAsync("ann");
        site.Clock.Advance(TimeSpan.FromMinutes(25));
        await ann.GetAsync("/settings");
        site.Clock.Advance(TimeSpan.FromMinutes(25));

        Assert.Equal(600, Left(await ann.GetAsync("/settings")));
    }

    [Theory]
    [InlineData(LockAfter.Site, null)]
    [InlineData(LockAfter.FiveMinutes, 5)]
    [InlineData(LockAfter.TenMinutes, 10)]
    [InlineData(LockAfter.FifteenMinutes, 15)]
    [InlineData(LockAfter.ThirtyMinutes, 30)]
    [InlineData(LockAfter.OneHour, 60)]
    [InlineData(LockAfter.FourHours, 240)]
    public void Each_choice_is_what_it_says(LockAfter chosen, int? minutes) => Assert.Equal(minutes, (int?)Safety.Limit(chosen)?.TotalMinutes);

    private static int Left(Reply reply) => int.Parse(reply.Header("Pannier-Idle")!, CultureInfo.InvariantCulture);
}
