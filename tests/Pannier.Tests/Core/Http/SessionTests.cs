using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Crypto;
using Pannier.Core.Sessions;
using Pannier.Core.Users;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Http;

/// <summary>Sessions as a browser meets them: begun, ended, and never more than they should be.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private const string Session = "__Host-pannier";
    private TestSite _site = null!; // made before each test

    public async ValueTask InitializeAsync() => _site = await TestSite.StartAsync();

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_session_left_alone_ends_on_the_server()
    {
        using var ann = await _site.RegisteredAsync("ann");
        _site.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(200, (await ann.GetAsync("/")).Status);
        var cookie = ann.Cookies[Session];

        _site.Clock.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal(303, (await ann.GetAsync("/")).Status);
        Assert.DoesNotContain(Session, ann.Cookies.Keys);
        ann.Cookies[Session] = cookie;
        Assert.Equal(303, (await ann.GetAsync("/")).Status);
        Assert.Empty(_site.Services.GetRequiredService<LiveSessions>().OnePerPerson());
    }

    [Fact]
    public async Task What_the_page_asks_by_itself_keeps_no_session_alive()
    {
        using var ann = await _site.RegisteredAsync("ann");
        for (var minutes = 0; minutes < 30; minutes += 5)
        {
            Assert.Equal(200, (await ann.GetAsync("/", ("Pannier-Unattended", "1"))).Status);
            _site.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        _site.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(303, (await ann.GetAsync("/", ("Pannier-Unattended", "1"))).Status);
    }

    [Fact]
    public async Task The_end_of_a_session_is_told_to_what_it_is_being_sent()
    {
        using var ann = await _site.RegisteredAsync("ann");
        var session = _site.Services.GetRequiredService<LiveSessions>().OnePerPerson().Single();
        Assert.False(session.Ended.IsCancellationRequested);

        await ann.PostAsync("/sign-out");

        Assert.True(session.Ended.IsCancellationRequested);
    }

    [Theory]
    [InlineData("ann")]
    [InlineData("nobody-of-this-name")]
    public async Task Who_guesses_has_to_wait_and_is_told_how_long(string name)
    {
        using (await _site.RegisteredAsync("ann"))
        {
            using var guesser = _site.Browser();
            await guesser.GetAsync("/sign-in");
            for (var i = 0; i < 6; i++) Assert.Equal(401, (await guesser.PostAsync("/sign-in", ("name", name), ("password", $"wrong password {i}"))).Status);

            var told = await guesser.PostAsync("/sign-in", ("name", name), ("password", KeptSite.Password));
            Assert.Equal((429, "2"), (told.Status, Assert.Single(told.Values("Retry-After"))));
            Assert.Contains("Try again in 2 seconds", told.Body, StringComparison.Ordinal);
            var recover = await guesser.PostAsync("/recover", ("name", name), ("key", "AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AA"), ("password", "another password 7"), ("again", "another password 7"));
            Assert.NotEqual(200, recover.Status);

            _site.Clock.Advance(TimeSpan.FromSeconds(2));
            Assert.Equal(name == "ann" ? 303 : 401, (await guesser.PostAsync("/sign-in", ("name", name), ("password", KeptSite.Password))).Status);
        }
    }

    [Fact]
    public async Task A_busy_session_ends_at_its_age()
    {
        using var ann = await _site.RegisteredAsync("ann");
        for (var used = TimeSpan.Zero; used < TimeSpan.FromHours(11.5); used += TimeSpan.FromMinutes(25))
        {
            Assert.Equal(200, (await ann.GetAsync("/")).Status);
            _site.Clock.Advance(TimeSpan.FromMinutes(25));
        }

        _site.Clock.Advance(TimeSpan.FromMinutes(26));

        Assert.Equal(303, (await ann.GetAsync("/")).Status);
    }

    [Fact]
    public async Task Signing_in_makes_a_new_session_and_the_one_before_is_dead()
    {
        using var ann = await _site.RegisteredAsync("ann");
        var before = ann.Cookies[Session];
        await ann.GetAsync("/sign-in");

        await ann.PostAsync("/sign-in", ("name", "ann"), ("password", TestSite.Password));

        Assert.NotEqual(before, ann.Cookies[Session]);
        Assert.Equal(200, (await ann.GetAsync("/")).Status);
        using var thief = _site.Browser();
        thief.Cookies[Session] = before;
        Assert.Equal(303, (await thief.GetAsync("/")).Status);
    }

    [Fact]
    public async Task A_session_planted_before_sign_in_is_not_taken_over()
    {
        using var ann = await _site.RegisteredAsync("ann");
        using var victim = _site.Browser();
        victim.Cookies[Session] = SessionTicket.New().Reveal();
        var planted = victim.Cookies[Session];
        await victim.GetAsync("/sign-in");

        await victim.PostAsync("/sign-in", ("name", "ann"), ("password", TestSite.Password));

        Assert.NotEqual(planted, victim.Cookies[Session]);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server()
    {
        using var ann = await _site.RegisteredAsync("ann");
        var cookie = ann.Cookies[Session];

        var reply = await ann.PostAsync("/sign-out");

        Assert.Equal((303, "/sign-in"), (reply.Status, reply.Location));
        ann.Cookies[Session] = cookie;
        Assert.Equal(303, (await ann.GetAsync("/")).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("a.b")]
    [InlineData("....")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_cookie_that_names_no_session_is_nobody(string cookie)
    {
        using var stranger = _site.Browser();
        stranger.Cookies[Session] = cookie;

        Assert.Equal(303, (await stranger.GetAsync("/")).Status);
    }

    [Fact]
    public async Task A_reset_password_ends_every_session_and_leaves_the_data_locked()
    {
        using var ann = await _site.RegisteredAsync("ann");
        using var elsewhere = await _site.SignedInAsync("ann");
        var link = await ResetLinkAsync("ann");
        using var browser = _site.Browser();
        await browser.GetAsync("/reset/" + link);

        var reply = await browser.PostAsync("/reset/" + link, ("password", "another long password"), ("again", "another long password"));

        Assert.Equal((303, "/sign-in"), (reply.Status, reply.Location));
        Assert.Equal(303, (await ann.GetAsync("/")).Status);
        Assert.Equal(303, (await elsewhere.GetAsync("/")).Status);
        Assert.Equal(404, (await browser.GetAsync("/reset/" + link)).Status);
        await browser.GetAsync("/sign-in");
        Assert.Equal("/unlock", (await browser.PostAsync("/sign-in", ("name", "ann"), ("password", "another long password"))).Location);
        Assert.Equal(303, (await browser.GetAsync("/")).Status);
        await browser.GetAsync("/unlock");
        var unlocked = await browser.PostAsync("/unlock", ("current", "another long password"), ("old", TestSite.Password));
        Assert.Equal((303, "/"), (unlocked.Status, unlocked.Location));
        Assert.Equal(200, (await browser.GetAsync("/")).Status);
    }

    [Fact]
    public async Task The_recovery_key_sets_a_new_password_ends_all_sessions_and_is_replaced()
    {
        var invite = await _site.Services.GetRequiredService<Links>().InviteAsync(Role.Member, TestContext.Current.CancellationToken);
        using var ann = _site.Browser();
        await ann.GetAsync("/register/" + invite.Token);
        var key = KeyOn(await ann.PostAsync("/register/" + invite.Token, ("name", "ann"), ("password", TestSite.Password), ("again", TestSite.Password)));
        using var browser = _site.Browser();
        await browser.GetAsync("/recover");

        var reply = await browser.PostAsync("/recover", ("name", "ann"), ("key", key.ToLowerInvariant()), ("password", "another long password"), ("again", "another long password"));

        Assert.Equal(200, reply.Status);
        Assert.NotEqual(key, KeyOn(reply));
        Assert.Equal(303, (await ann.GetAsync("/")).Status);
        Assert.Equal(200, (await browser.GetAsync("/")).Status);
        using var again = _site.Browser();
        await again.GetAsync("/recover");
        Assert.Equal(422, (await again.PostAsync("/recover", ("name", "ann"), ("key", key), ("password", "a third long password"), ("again", "a third long password"))).Status);
    }

    [Fact] // the same work, told by counting it
    public async Task A_name_nobody_has_costs_the_same_work_as_a_wrong_password()
    {
        using var ann = await _site.RegisteredAsync("ann");
        var kdf = _site.Services.GetRequiredService<PasswordKdf>();
        using var browser = _site.Browser();
        await browser.GetAsync("/sign-in");

        var start = kdf.Runs;
        var known = await browser.PostAsync("/sign-in", ("name", "ann"), ("password", "wrong password here"));
        var forKnown = kdf.Runs - start;
        var unknown = await browser.PostAsync("/sign-in", ("name", "bob"), ("password", "wrong password here"));
        var forUnknown = kdf.Runs - start - forKnown;

        Assert.Equal((1, 1), (forKnown, forUnknown));
        Assert.Equal((401, 401), (known.Status, unknown.Status));
        Assert.Equal(Normal(known.Body, "ann"), Normal(unknown.Body, "bob"));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/a\nSet-Cookie: x=y")]
    public async Task Signing_in_never_leads_away(string next)
    {
        using var ann = await _site.RegisteredAsync("ann");
        using var browser = _site.Browser();
        await browser.GetAsync("/sign-in");

        var reply = await browser.PostAsync("/sign-in", ("name", "ann"), ("password", TestSite.Password), ("next", next));

        Assert.Equal((400, null), (reply.Status, reply.Location));
        Assert.Equal(400, (await browser.GetAsync("/sign-in?next=" + Uri.EscapeDataString(next))).Status);
    }

    [Fact]
    public async Task Signing_in_leads_on_to_where_one_wanted_to_go()
    {
        using var ann = await _site.RegisteredAsync("ann");
        using var browser = _site.Browser();
        var door = (await browser.GetAsync("/mail/sent?q=a%20b")).Location!; // it is a redirect
        var page = await browser.GetAsync(door);

        var next = System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(page.Body, "name=\"next\" value=\"([^\"]+)\"").Groups[1].Value);
        var reply = await browser.PostAsync("/sign-in", ("name", "ann"), ("password", TestSite.Password), ("next", next));

        Assert.Equal((303, "/mail/sent?q=a%20b"), (reply.Status, reply.Location));
    }

    [Fact]
    public async Task A_notice_is_shown_once()
    {
        using var ann = await _site.RegisteredAsync("ann");

        await ann.PostAsync("/sign-out");
        Assert.Contains("__Host-pannier-notices", ann.Cookies.Keys);
        var first = await ann.GetAsync("/sign-in");
        var second = await ann.GetAsync("/sign-in");

        Assert.Contains("<p class=\"notice\">", first.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<p class=\"notice\">", second.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("__Host-pannier-notices", ann.Cookies.Keys);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("e30.e30")]
    [InlineData("eyJrZXkiOiJzaWduaW4ub3V0IiwicGFydHMiOltdLCJ0ZXh0IjoiaGkifQ.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("....")]
    public async Task A_notice_that_was_not_made_here_is_dropped(string cookie)
    {
        using var browser = _site.Browser();
        browser.Cookies["__Host-pannier-notices"] = cookie;

        var reply = await browser.GetAsync("/sign-in");

        Assert.Equal(200, reply.Status);
        Assert.DoesNotContain("class=\"notice\"", reply.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("__Host-pannier-notices", browser.Cookies.Keys);
    }

    [Fact]
    public async Task An_invitation_is_good_once_and_for_a_week()
    {
        var links = _site.Services.GetRequiredService<Links>();
        var (first, second) = (await links.InviteAsync(Role.Member, TestContext.Current.CancellationToken), await links.InviteAsync(Role.Member, TestContext.Current.CancellationToken));
        using var ann = _site.Browser();
        await ann.GetAsync("/register/" + first.Token);
        await ann.PostAsync("/register/" + first.Token, ("name", "ann"), ("password", TestSite.Password), ("again", TestSite.Password));

        Assert.Equal(404, (await ann.GetAsync("/register/" + first.Token)).Status);
        _site.Clock.AdjustTime(_site.Clock.GetUtcNow().AddDays(8));
        Assert.Equal(404, (await ann.GetAsync("/register/" + second.Token)).Status);
        Assert.Equal(404, (await ann.GetAsync("/reset/" + second.Token)).Status);
    }

    [Theory]
    [InlineData("ann", "short", "short", 422)]
    [InlineData("ann", "aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa", 422)]
    [InlineData("ann", TestSite.Password, "something else now", 422)]
    [InlineData("", TestSite.Password, TestSite.Password, 422)]
    [InlineData("taken", TestSite.Password, TestSite.Password, 409)]
    [InlineData("TAKEN", TestSite.Password, TestSite.Password, 409)]
    public async Task Registering_says_what_will_not_do_and_uses_no_link_up(string name, string password, string again, int status)
    {
        using var taken = await _site.RegisteredAsync("taken");
        var link = await _site.Services.GetRequiredService<Links>().InviteAsync(Role.Member, TestContext.Current.CancellationToken);
        using var browser = _site.Browser();
        await browser.GetAsync("/register/" + link.Token);

        var reply = await browser.PostAsync("/register/" + link.Token, ("name", name), ("password", password), ("again", again));

        Assert.Equal(status, reply.Status);
        Assert.Contains("role=\"alert\"", reply.Body, StringComparison.Ordinal);
        Assert.DoesNotContain($"\"{password}\"", reply.Body, StringComparison.Ordinal);
        Assert.Equal(200, (await browser.GetAsync("/register/" + link.Token)).Status);
    }

    [Fact]
    public async Task What_is_uploaded_never_lies_on_the_disk_in_the_clear()
    {
        using var ann = await _site.RegisteredAsync("ann");
        await ann.GetAsync("/recover");
        var written = new System.Collections.Concurrent.ConcurrentQueue<string>();
        using var watch = new FileSystemWatcher(Path.GetTempPath(), "ASPNETCORE_*") { EnableRaisingEvents = true };
        watch.Created += (_, file) => written.Enqueue(file.FullPath);
        using var file = new ByteArrayContent(new byte[4 * 1024 * 1024]);
        using var form = new MultipartFormDataContent { { new StringContent(ann.Csrf), "csrf" }, { file, "file", "a.bin" } };

        var reply = await ann.SendAsync(HttpMethod.Post, "/recovery-key/kept", form, ("Sec-Fetch-Site", "same-origin"));

        Assert.Equal(400, reply.Status); // the whole of it was read: the field is not one of this route
        Assert.Empty(written);
    }

    [Fact]
    public async Task Nothing_secret_is_logged()
    {
        using var ann = await _site.RegisteredAsync("ann@canary.example");
        await ann.GetAsync("/sign-in");
        await ann.PostAsync("/sign-in", ("name", "ann@canary.example"), ("password", "wrong canary password"));
        await ann.GetAsync("/nowhere?canary=1");
        await ann.GetAsync("/mail/inbox?q=canary");

        var log = string.Join('\n', _site.Log.Lines);
        foreach (var secret in ann.Cookies.Values.Concat(["canary", TestSite.Password])) Assert.DoesNotContain(secret, log, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<string> ResetLinkAsync(string name)
    {
        var user = await _site.Services.GetRequiredService<People>().FindAsync(SignInName.Read(name)!, TestContext.Current.CancellationToken);
        return (await _site.Services.GetRequiredService<Links>().ResetAsync(user!, TestContext.Current.CancellationToken)).Token;
    }

    private static string KeyOn(Reply reply) =>
        string.Concat(System.Text.RegularExpressions.Regex.Matches(System.Text.RegularExpressions.Regex.Match(reply.Body, "<p class=\"signin-key\".*?</p>", System.Text.RegularExpressions.RegexOptions.Singleline).Value, "<span>([^<]+)</span>").Select(group => group.Groups[1].Value));

    private static string Normal(string page, string name) =>
        System.Text.RegularExpressions.Regex.Replace(page, "(name=\"csrf\" (?:content|value)=\")[^\"]+", "$1").Replace($"value=\"{name}\"", "value=\"NAME\"", StringComparison.Ordinal);
}
