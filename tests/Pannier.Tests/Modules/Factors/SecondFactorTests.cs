using System.Net;
using System.Text.RegularExpressions;
using OtpNet;
using Pannier.Core.Sessions;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Factors;

/// <summary>A second factor over the whole site: set up, asked for before anything else answers, good once, and taken away .</summary>
public sealed partial class SecondFactorTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await TestSite.StartAsync();

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Between_password_and_code_nothing_answers_but_the_page_that_asks()
    {
        await SetUpAsync();
        using var ann = await HalfInAsync();

        foreach (var route in _site.Routes.Where(route => route.Level >= SignInLevel.Full))
        {
            var path = route.Path.Replace("{scope}", "inbox", StringComparison.Ordinal);
            var reply = route.Method == "GET" ? await ann.GetAsync(path) : await ann.PostAsync(path);
            Assert.True(route.Method == "GET" ? reply.Status == 303 && reply.Location!.StartsWith("/second-factor", StringComparison.Ordinal) : reply.Status == 401, $"{route.Method} {path}: {reply.Status} {reply.Location}");
        }

        Assert.Equal("/second-factor", (await ann.GetAsync("/unlock")).Location);
        Assert.Equal(401, (await ann.SwapAsync("/messages/act")).Status);
        Assert.Empty(_site.Services.GetService(typeof(LiveSessions)) is LiveSessions sessions ? sessions.OnePerPerson().Where(session => session.AwaitsFactor) : []);
    }

    [Fact]
    public async Task A_code_opens_the_door_once_under_a_new_id_and_leads_where_one_was_going()
    {
        var (secret, _) = await SetUpAsync();
        using var ann = await HalfInAsync("/settings");
        var half = ann.Cookies["__Host-pannier"];
        var code = Code(secret);

        Assert.Equal(401, (await ann.PostAsync("/second-factor", ("code", "000000"), ("next", "/settings"))).Status);
        var right = await ann.PostAsync("/second-factor", ("code", code), ("next", "/settings"));
        Assert.Equal((303, "/settings"), (right.Status, right.Location));
        Assert.Equal(200, (await ann.GetAsync("/settings")).Status);
        Assert.NotEqual(half, ann.Cookies["__Host-pannier"]);

        using var other = await HalfInAsync();
        Assert.Equal(401, (await other.PostAsync("/second-factor", ("code", code))).Status); // seen over a shoulder
        _site.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(303, (await other.PostAsync("/second-factor", ("code", Code(secret)))).Status);
        Assert.Equal("/", (await other.GetAsync("/second-factor")).Location);

        using var thief = _site.Browser();
        thief.Cookies["__Host-pannier"] = half;
        Assert.Equal(303, (await thief.GetAsync("/settings")).Status);
    }

    [Fact]
    public async Task Of_two_with_the_same_code_at_once_one_is_in()
    {
        var (secret, _) = await SetUpAsync();
        var browsers = await Task.WhenAll(HalfInAsync(), HalfInAsync(), HalfInAsync());
        var code = Code(secret);

        var replies = await Task.WhenAll(browsers.Select(browser => browser.PostAsync("/second-factor", ("code", code))));

        Assert.Equal(1, replies.Count(reply => reply.Status == 303));
        foreach (var browser in browsers) browser.Dispose();
    }

    [Fact]
    public async Task Recovery_codes_are_shown_once_and_good_once()
    {
        var (_, codes) = await SetUpAsync();
        Assert.Equal(10, codes.Count);

        using var ann = await HalfInAsync();
        Assert.Equal(303, (await ann.PostAsync("/second-factor", ("code", codes[3].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)))).Status);
        var page = await ann.GetAsync("/settings/second-factor");
        Assert.Contains("9 recovery codes are left", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(codes, code => page.Body.Contains(code, StringComparison.Ordinal));

        using var again = await HalfInAsync();
        Assert.Equal(401, (await again.PostAsync("/second-factor", ("code", codes[3]))).Status);
        Assert.Equal(303, (await again.PostAsync("/second-factor", ("code", codes[4]))).Status);

        await again.GetAsync("/settings/second-factor"); // a page of the new session
        var fresh = Codes(await again.PostAsync("/settings/second-factor/codes", ("current", KeptSite.Password)));
        using var last = await HalfInAsync();
        Assert.Equal(401, (await last.PostAsync("/second-factor", ("code", codes[5]))).Status);
        Assert.Equal(303, (await last.PostAsync("/second-factor", ("code", fresh[0]))).Status);
    }

    [Fact]
    public async Task Who_guesses_codes_has_to_wait_and_a_right_password_forgives_nothing()
    {
        var (secret, _) = await SetUpAsync();
        var right = new[] { -30, 0, 30 }.Select(seconds => new Totp(secret).ComputeTotp(_site.Clock.GetUtcNow().UtcDateTime.AddSeconds(seconds))).ToList();
        var wrong = Enumerable.Range(0, 10).Select(i => $"00000{i}").Except(right).ToList();
        for (var i = 0; i < 6; i++)
        {
            using var guesser = await HalfInAsync(); // gives the right password each time
            var reply = await guesser.PostAsync("/second-factor", ("code", wrong[i]));
            Assert.Equal((i, 401, null), (i, reply.Status, reply.Location));
        }

        using var next = await HalfInAsync();
        var told = await next.PostAsync("/second-factor", ("code", wrong[6]));
        Assert.Equal((429, "2"), (told.Status, Assert.Single(told.Values("Retry-After"))));
    }

    [Fact]
    public async Task Half_a_sign_in_ends_after_ten_minutes()
    {
        var (secret, _) = await SetUpAsync();
        using var ann = await HalfInAsync();
        _site.Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(200, (await ann.GetAsync("/second-factor")).Status);
        _site.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(401, (await ann.PostAsync("/second-factor", ("code", Code(secret)))).Status);
        Assert.Equal("/sign-in?next=%2Fsettings", (await ann.GetAsync("/settings")).Location);
    }

    [Fact]
    public async Task It_is_turned_off_by_password_and_code_and_not_by_one_of_them()
    {
        var (secret, _) = await SetUpAsync();
        using var ann = await HalfInAsync();
        await ann.PostAsync("/second-factor", ("code", Code(secret)));
        _site.Clock.Advance(TimeSpan.FromSeconds(30));
        await ann.GetAsync("/settings/second-factor");

        Assert.Equal(422, (await ann.PostAsync("/settings/second-factor/remove", ("current", "not my password at all"), ("code", Code(secret)))).Status);
        Assert.Equal(422, (await ann.PostAsync("/settings/second-factor/remove", ("current", KeptSite.Password), ("code", "123456"))).Status);
        Assert.Equal(422, (await ann.PostAsync("/settings/second-factor/codes", ("current", "not my password at all"))).Status);
        Assert.Equal(303, (await ann.PostAsync("/settings/second-factor/remove", ("current", KeptSite.Password), ("code", Code(secret)))).Status);

        using var fresh = await _site.SignedInAsync("ann");
        Assert.Equal(200, (await fresh.GetAsync("/settings/second-factor")).Status);
        Assert.Equal(303, (await fresh.PostAsync("/settings/second-factor/codes", ("current", KeptSite.Password))).Status); // there is nothing to make codes for
    }

    [Fact]
    public async Task Nothing_is_on_before_its_first_code_and_other_sessions_end_with_it()
    {
        using var ann = await _site.RegisteredAsync("ann");
        using var elsewhere = await _site.SignedInAsync("ann");
        await ann.GetAsync("/settings/second-factor");
        Assert.Equal(303, (await ann.PostAsync("/settings/second-factor/confirm", ("code", "123456"))).Status); // nothing was begun
        Assert.Equal(422, (await ann.PostAsync("/settings/second-factor/begin", ("current", "not my password at all"))).Status);

        var setup = await ann.PostAsync("/settings/second-factor/begin", ("current", KeptSite.Password));
        Assert.Contains("<svg class=\"factors-qr\"", setup.Body, StringComparison.Ordinal);
        Assert.Equal(422, (await ann.PostAsync("/settings/second-factor/confirm", ("code", "000000"))).Status);
        using (var still = await _site.SignedInAsync("ann")) Assert.Equal(200, (await still.GetAsync("/settings")).Status);

        Codes(await ann.PostAsync("/settings/second-factor/confirm", ("code", Code(Secret(setup)))));
        Assert.Equal(200, (await ann.GetAsync("/settings")).Status);
        Assert.Equal(303, (await elsewhere.GetAsync("/settings")).Status);
    }

    [Fact]
    public async Task A_recovery_key_opens_no_way_round_the_code()
    {
        string key;
        using (var ann = await _site.RegisteredAsync("ann"))
        {
            await ann.GetAsync("/settings/password");
            key = string.Join('-', KeyGroup().Matches((await ann.PostAsync("/settings/recovery-key", ("current", KeptSite.Password))).Body).Select(group => group.Groups[1].Value.Trim('-')));
        }

        var (secret, _) = await SetUpAsync(await _site.SignedInAsync("ann"));
        using var lost = _site.Browser();
        await lost.GetAsync("/recover");
        var recovered = await lost.PostAsync("/recover", ("name", "ann"), ("key", key), ("password", "another password 7"), ("again", "another password 7"));

        Assert.Equal(200, recovered.Status);
        Assert.Contains("href=\"/second-factor\"", recovered.Body, StringComparison.Ordinal);
        Assert.Equal(303, (await lost.GetAsync("/settings")).Status);
        await lost.GetAsync("/second-factor");
        Assert.Equal(303, (await lost.PostAsync("/second-factor", ("code", Code(secret)))).Status);
        Assert.Equal(200, (await lost.GetAsync("/settings")).Status);
    }

    private async Task<(byte[] Secret, IReadOnlyList<string> Codes)> SetUpAsync()
    {
        using var ann = await _site.RegisteredAsync("ann");
        return await SetUpAsync(ann);
    }

    private async Task<(byte[] Secret, IReadOnlyList<string> Codes)> SetUpAsync(TestBrowser ann)
    {
        await ann.GetAsync("/settings/second-factor");
        var secret = Secret(await ann.PostAsync("/settings/second-factor/begin", ("current", KeptSite.Password)));
        var codes = Codes(await ann.PostAsync("/settings/second-factor/confirm", ("code", Code(secret))));
        _site.Clock.Advance(TimeSpan.FromSeconds(60)); // that code is used up
        return (secret, codes);
    }

    /// <summary>A browser that has given the password.</summary>
    private async Task<TestBrowser> HalfInAsync(string next = "/")
    {
        var browser = _site.Browser();
        await browser.GetAsync("/sign-in");
        var reply = await browser.PostAsync("/sign-in", ("name", "ann"), ("password", KeptSite.Password), ("next", next));
        Assert.Equal((303, next == "/" ? "/second-factor" : "/second-factor?next=" + Uri.EscapeDataString(next)), (reply.Status, reply.Location));
        await browser.GetAsync("/second-factor");
        return browser;
    }

    private string Code(byte[] secret) => new Totp(secret).ComputeTotp(_site.Clock.GetUtcNow().UtcDateTime);

    private static byte[] Secret(Reply setup) => Base32Encoding.ToBytes(string.Concat(SecretGroup().Matches(Part(setup.Body, "factors-secret", "</p>")).Select(group => group.Groups[1].Value)));

    private static IReadOnlyList<string> Codes(Reply reply) => [.. CodeLine().Matches(Part(reply.Body, "factors-codes", "</ol>")).Select(line => WebUtility.HtmlDecode(line.Groups[1].Value))];

    private static string Part(string body, string from, string to)
    {
        var start = body.IndexOf(from, StringComparison.Ordinal);
        Assert.True(start >= 0, body);
        return body[start..body.IndexOf(to, start, StringComparison.Ordinal)];
    }

    [GeneratedRegex("<span>([A-Z2-7]+)</span>")]
    private static partial Regex SecretGroup();

    [GeneratedRegex("<li>([^<]+)</li>")]
    private static partial Regex CodeLine();

    [GeneratedRegex("<span>(-?[0-9A-Z*~$=]+)</span>")]
    private static partial Regex KeyGroup();
}
