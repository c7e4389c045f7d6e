using Pannier.Core.Sessions;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Devices;

/// <summary>The device cookie as browsers meet it: wrong passwords tried elsewhere do not slow its browser down, and that is all it does.</summary>
public sealed class DeviceTests : IAsyncLifetime
{
    private const string Cookie = "__Host-pannier-device";
    private TestSite _site = null!; // made before each test

    public async ValueTask InitializeAsync() => _site = await TestSite.StartAsync(null, ("HumanCheck:AfterTries", "3"), ("Session:StayFor", "30.00:00:00"));

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Guessing_elsewhere_keeps_everybody_waiting_but_the_own_device()
    {
        using var own = await OwnAsync("ann");
        await GuessAsync("ann", 7);
        using var stranger = _site.Browser();
        await stranger.GetAsync("/sign-in");

        Assert.Equal(429, (await stranger.PostAsync("/sign-in", ("name", "ann"), ("password", TestSite.Password))).Status);
        Assert.Equal(303, (await SignInAsync(own, "ann", TestSite.Password)).Status);
        Assert.Equal(429, (await stranger.PostAsync("/sign-in", ("name", "ann"), ("password", TestSite.Password))).Status); // its success forgave nobody else
    }

    [Fact]
    public async Task Its_own_wrong_passwords_slow_it_down_like_any_other()
    {
        using var own = await OwnAsync("ann");
        for (var i = 0; i < 3; i++) Assert.Equal(401, (await SignInAsync(own, "ann", $"wrong password {i}")).Status);

        var asked = await SignInAsync(own, "ann", TestSite.Password);
        Assert.Equal((401, true), (asked.Status, asked.Body.Contains("human", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task It_is_nobody_else_s_and_signs_nobody_in()
    {
        using var own = await OwnAsync("ann");
        using (await _site.RegisteredAsync("bob"))
        {
            await GuessAsync("bob", 7);

            Assert.Equal(429, (await SignInAsync(own, "bob", TestSite.Password)).Status);
            Assert.Equal(401, (await SignInAsync(own, "ann", "not the password")).Status);
            Assert.Equal(303, (await own.GetAsync("/")).Status);
        }
    }

    [Theory]
    [InlineData("AAAA")]
    [InlineData("not a cookie")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_made_up_one_is_none(string made)
    {
        using var ann = await _site.RegisteredAsync("ann");
        await GuessAsync("ann", 7);
        using var stranger = _site.Browser();
        stranger.Cookies[Cookie] = made;

        Assert.Equal(429, (await SignInAsync(stranger, "ann", TestSite.Password)).Status);
    }

    [Fact]
    public async Task It_is_listed_told_of_and_taken_out()
    {
        using var own = await OwnAsync("ann");
        await SignInAsync(own, "ann", TestSite.Password);
        var page = (await own.GetAsync("/settings/sessions")).Body;
        var device = System.Text.RegularExpressions.Regex.Match(page[page.IndexOf("Your devices", StringComparison.Ordinal)..], "data-key=\"([0-9A-F]{64})\"").Groups[1].Value;
        Assert.Contains("A browser was called yours", page, StringComparison.Ordinal);

        Assert.Equal(404, (await own.PostAsync("/settings/devices/forget", ("session", new string('0', 64)))).Status);
        await own.PostAsync("/settings/devices/forget", ("session", device));

        Assert.DoesNotContain(Cookie, own.Cookies.Keys);
        var after = (await own.GetAsync("/settings/sessions")).Body;
        Assert.Contains("None. Tick", after, StringComparison.Ordinal);
        Assert.Contains("no longer called yours", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unused_for_half_a_year_it_is_forgotten()
    {
        using var own = await OwnAsync("ann");
        _site.Clock.AdjustTime(_site.Clock.GetUtcNow().AddDays(181)); // no timer ticks through half a year of seconds
        await GuessAsync("ann", 7);

        Assert.Equal(429, (await SignInAsync(own, "ann", TestSite.Password)).Status);
    }

    [Fact]
    public async Task Only_who_may_stay_and_wishes_to_has_a_lasting_session()
    {
        using (await _site.RegisteredAsync("ann"))
        {
            using var stays = _site.Browser();
            Assert.Contains("Stay signed in for 30 days", (await stays.GetAsync("/sign-in")).Body, StringComparison.Ordinal);
            await stays.PostAsync("/sign-in", ("name", "ann"), ("password", TestSite.Password), ("stay", "yes"));
            _site.Clock.Advance(TimeSpan.FromHours(30));
            var before = stays.Cookies["__Host-pannier"];

            var page = await stays.GetAsync("/settings/sessions");

            Assert.Equal(200, page.Status);
            Assert.Contains("data-rests", page.Body, StringComparison.Ordinal);
            Assert.NotEqual(before, stays.Cookies["__Host-pannier"]);
            Assert.Equal(303, (await stays.PostAsync("/settings/sessions/end-others")).Status); // with the page's token
            Assert.Equal(200, (await stays.GetAsync("/")).Status);
        }
    }

    private async Task<TestBrowser> OwnAsync(string name)
    {
        using (await _site.RegisteredAsync(name))
        {
            var own = _site.Browser();
            await own.GetAsync("/sign-in");
            Assert.Equal(303, (await own.PostAsync("/sign-in", ("name", name), ("password", TestSite.Password), ("own", "yes"))).Status);
            Assert.Contains(Cookie, own.Cookies.Keys);
            await own.GetAsync("/");
            await own.PostAsync("/sign-out");
            return own;
        }
    }

    private async Task GuessAsync(string name, int times)
    {
        using var guesser = _site.Browser();
        await guesser.GetAsync("/sign-in");
        var throttle = (Pannier.Core.Throttling.Throttle)_site.Services.GetService(typeof(Pannier.Core.Throttling.Throttle))!;
        for (var i = 0; i < times; i++) await throttle.BeginAsync(Pannier.Core.Users.SignInName.Read(name)!.Key, null, null, TestContext.Current.CancellationToken); // as the door does for each wrong password
    }

    private static async Task<Reply> SignInAsync(TestBrowser browser, string name, string password)
    {
        await browser.GetAsync("/sign-in");
        return await browser.PostAsync("/sign-in", ("name", name), ("password", password));
    }
}
