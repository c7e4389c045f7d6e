using System.Net.Http.Headers;
using Pannier.Core.Http;
using Pannier.Core.Sessions;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Http.Gate;

public sealed class GateTests(RunningSite running) : IClassFixture<RunningSite>
{
    private readonly TestSite _site = running.Site;
    private readonly TestBrowser _ann = running.Ann;

    [Fact]
    public async Task Shows_a_stranger_no_page_but_the_doors()
    {
        using var stranger = _site.Browser();
        foreach (var route in _site.Routes.Where(route => route.Method == "GET"))
        {
            var reply = await stranger.GetAsync(Filled(route.Path));

            if (route.Level == SignInLevel.Anonymous) Assert.True(reply.Status is 200 or 400 or 401 or 404, route.Path);
            else Assert.Equal((303, route.Path == "/" || route.IsCallBack ? "/sign-in" : "/sign-in?next=" + Uri.EscapeDataString(Filled(route.Path))), (reply.Status, reply.Location));
        }
    }

    [Fact]
    public async Task Lets_a_stranger_do_nothing_that_needs_a_person()
    {
        using var stranger = _site.Browser();
        await stranger.GetAsync("/sign-in");
        foreach (var route in _site.Routes.Where(route => route.Method == "POST" && route.Level > SignInLevel.Anonymous))
            Assert.Equal((route.Path, 401), (route.Path, (await stranger.PostAsync(Filled(route.Path))).Status));
    }

    [Fact]
    public async Task Refuses_every_post_without_a_token_or_with_anothers()
    {
        using var bea = await _site.RegisteredAsync("bea-who-posts");
        await bea.PostAsync("/confirm", ("current", TestSite.Password)); // some ask for the password again before they look at the token
        await bea.GetAsync("/settings");
        using var other = _site.Browser();
        await other.GetAsync("/sign-in");
        foreach (var path in _site.Routes.Where(route => route.Method == "POST" && route.Answer != AnswerClass.Machine).Select(route => Filled(route.Path)))
        {
            foreach (var token in (string[])["", "x", other.Csrf, new('A', 86), new string('A', 85) + "B", new('!', 86), bea.Csrf.Split('.')[0][..^1]])
            {
                var reply = await bea.SendAsync(HttpMethod.Post, path, TestBrowser.Form(("csrf", token)), ("Sec-Fetch-Site", "same-origin"));
                Assert.Equal((path, 403), (path, reply.Status));
            }
        }
    }

    [Fact]
    public async Task Gives_each_page_the_token_under_another_mask_and_takes_all_of_them()
    {
        await _ann.GetAsync("/recover");
        var first = _ann.Csrf;
        await _ann.GetAsync("/recover");
        var second = _ann.Csrf;

        Assert.NotEqual(first, second);
        foreach (var token in (string[])[first, second])
            Assert.NotEqual(403, (await _ann.SendAsync(HttpMethod.Post, "/recovery-key/kept", TestBrowser.Form(("csrf", token)), ("Sec-Fetch-Site", "same-origin"))).Status);
    }

    [Theory]
    [InlineData("evil.example", 421)]
    [InlineData("127.0.0.1", 421)]
    [InlineData("localhost", 421)]
    public async Task Answers_to_its_own_name_only(string host, int status)
    {
        foreach (var path in (string[])["/sign-in", "/nowhere", "/view/a.b", "/favicon.svg"])
            Assert.Equal((path, status), (path, (await _ann.GetAsync(path, ("Host", host))).Status));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    [InlineData("BREW")]
    public async Task Knows_get_head_and_post_and_nothing_else(string method)
    {
        foreach (var path in (string[])["/sign-in", "/", "/nowhere", "/favicon.svg", "/healthz"])
        {
            var reply = await _ann.SendAsync(new HttpMethod(method), path, null);
            Assert.Equal((path, 405, "GET, HEAD, POST"), (path, reply.Status, reply.Header("Allow")));
        }
    }

    [Fact]
    public async Task Refuses_a_body_larger_than_the_site_takes_before_reading_it()
    {
        await using var small = await TestSite.StartAsync(null, ("Site:LargestRequestMiB", "1"));
        using var browser = small.Browser();
        await browser.GetAsync("/sign-in");
        using var content = new ByteArrayContent(new byte[(1024 * 1024) + 1]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");

        var reply = await browser.SendAsync(HttpMethod.Post, "/sign-in", content, ("Sec-Fetch-Site", "same-origin"));

        Assert.Equal(413, reply.Status);
        Assert.Contains("Site:LargestRequestMiB", reply.Body, StringComparison.Ordinal);
    }

    // what browsers say of who asks, and what comes of it. OWN is the site's origin.
    public static TheoryData<string?, string?, string?, bool> WhoAsks => new()
    {
        { "same-origin", null, null, true },
        { "none", null, null, true },
        { "same-site", null, null, false },
        { "cross-site", null, null, false },
        { "nonsense", null, null, false },
        { "cross-site", "OWN", "OWN/sign-in", false }, // Sec-Fetch-Site decides
        { "same-origin", "https://evil.example", null, true },
        { null, "OWN", null, true },
        { null, "https://evil.example", "OWN/sign-in", false },
        { null, "OWN.evil.example", null, false },
        { null, "null", null, false },
        { null, "null", "OWN/sign-in", true },
        { null, null, "OWN/sign-in", true },
        { null, null, "OWN.evil.example/", false },
        { null, null, "https://evil.example/?OWN", false },
        { null, null, "not an address", false },
        { null, null, null, false },
    };

    [Theory]
    [MemberData(nameof(WhoAsks))]
    public async Task Acts_only_when_its_own_page_asks(string? site, string? origin, string? referer, bool acts)
    {
        (string, string)[] headers = [.. Said("Sec-Fetch-Site", site), .. Said("Origin", origin), .. Said("Referer", referer)];

        var reply = await _ann.SendAsync(HttpMethod.Post, "/recovery-key/kept", TestBrowser.Form(("csrf", _ann.Csrf), ("kept", "yes")), headers);

        Assert.Equal(acts ? 303 : 403, reply.Status);
    }

    [Theory]
    [InlineData("cross-site", "navigate", "document", true)] // a link may lead here
    [InlineData("same-site", "navigate", "document", true)]
    [InlineData("cross-site", "navigate", "iframe", false)]
    [InlineData("cross-site", "no-cors", "image", false)]
    [InlineData("cross-site", "cors", "empty", false)]
    [InlineData("same-origin", "cors", "empty", true)]
    public async Task Other_sites_may_lead_here_by_a_link_and_nothing_else(string site, string mode, string dest, bool shown)
    {
        var reply = await _ann.GetAsync("/recover", ("Sec-Fetch-Site", site), ("Sec-Fetch-Mode", mode), ("Sec-Fetch-Dest", dest));

        Assert.Equal(shown ? 200 : 403, reply.Status);
    }

    [Theory]
    [InlineData("cross-site", 403)]
    [InlineData("same-site", 403)]
    [InlineData(null, 403)] // nobody says who asks
    [InlineData("same-origin", 404)] // let by: there is no such message
    public async Task Streams_go_to_its_own_pages_only(string? site, int status)
    {
        // The stream of events is let by as well, and would go on for ever.
        foreach (var route in _site.Routes.Where(route => route.Answer == AnswerClass.Bytes && (status == 403 || route.Path != "/events")))
        {
            var reply = await _ann.SendAsync(HttpMethod.Get, Filled(route.Path), null, [.. Said("Sec-Fetch-Site", site), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document")]);
            var after = status == 404 && route.Level == SignInLevel.Recent ? 303 : status; // its own question, the password again, comes after
            Assert.Equal((route.Path, after), (route.Path, reply.Status));
        }
    }

    [Fact]
    public async Task A_view_reads_no_cookie_and_sets_none()
    {
        var boxes = (ViewBoxes)_site.Services.GetService(typeof(ViewBoxes))!;
        var url = new Uri(boxes.Put("text/html; charset=utf-8", "<p>hello</p>"u8));

        using var stranger = _site.Browser();
        var reply = await stranger.GetAsync(url.AbsolutePath, ("Sec-Fetch-Site", "cross-site"), ("Cookie", "__Host-pannier=garbage"));

        Assert.Equal((200, "<p>hello</p>"), (reply.Status, reply.Body));
        Assert.Empty(reply.Values("Set-Cookie"));
        Assert.Equal(404, (await stranger.GetAsync("/view/nothing.here")).Status);
    }

    [Theory]
    [InlineData("GET", "/sign-in?surprise=1")]
    [InlineData("GET", "/recover?next=/")]
    [InlineData("GET", "/sign-in?next=%2F&next=%2F")]
    [InlineData("GET", "/mail/nowhere")]
    [InlineData("GET", "/mail/inbox?after=never")]
    public async Task A_field_nobody_asked_for_or_that_cannot_be_read_is_refused(string method, string path)
    {
        Assert.Equal(400, (await _ann.SendAsync(new HttpMethod(method), path, null)).Status);
    }

    [Fact]
    public async Task An_unknown_field_of_a_form_is_refused_and_named()
    {
        await _ann.GetAsync("/settings"); // for its token

        var reply = await _ann.PostAsync("/recovery-key/kept", ("kept", "yes"), ("also", "x"));

        Assert.Equal(400, reply.Status);
        Assert.Contains("also", reply.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nbroken")]
    [InlineData("multipart/form-data", "x")]
    public async Task A_form_that_is_none_is_refused_as_one(string type, string body)
    {
        using var content = new ByteArrayContent(System.Text.Encoding.ASCII.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        await _ann.GetAsync("/settings"); // for its token

        var reply = await _ann.SendAsync(HttpMethod.Post, "/recovery-key/kept", content, ("Sec-Fetch-Site", "same-origin"), ("Pannier-Csrf", _ann.Csrf));

        Assert.Equal(400, reply.Status);
    }

    [Fact]
    public async Task A_form_of_too_many_fields_is_refused()
    {
        var fields = Enumerable.Range(0, 5_000).Select(_ => ("message", "x")).ToArray();

        Assert.Equal(400, (await _ann.PostAsync("/messages/act", fields)).Status);
    }

    [Fact]
    public async Task An_address_too_long_to_come_back_to_leads_to_the_door_all_the_same()
    {
        using var stranger = _site.Browser();

        var reply = await stranger.GetAsync("/mail/inbox?q=" + new string('%', 1).Replace("%", "%20", StringComparison.Ordinal) + new string('a', 3_000));

        Assert.Equal((303, "/sign-in"), (reply.Status, reply.Location));
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/nowhere.js")]
    [InlineData("/../appsettings.json")]
    [InlineData("/assets.json")]
    [InlineData("/site.js.map")]
    [InlineData("/.git/config")]
    public async Task What_is_not_there_is_told_as_a_page(string path)
    {
        var reply = await _ann.GetAsync(path);

        Assert.Equal(404, reply.Status);
        Assert.Contains("There is no such page here.", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_is_a_page_a_fragment_or_a_problem_as_the_caller_asks()
    {
        var page = await _ann.GetAsync("/nowhere", ("Accept", "text/html,application/json"));
        var fragment = await _ann.GetAsync("/nowhere", ("Pannier-Swap", "1"));
        var problem = await _ann.GetAsync("/nowhere", ("Accept", "application/json"));

        Assert.StartsWith("<!doctype html>", page.Body, StringComparison.Ordinal);
        Assert.StartsWith("<section class=\"refusal\"", fragment.Body.TrimStart(), StringComparison.Ordinal);
        Assert.Equal("application/problem+json", problem.Header("Content-Type"));
        Assert.Equal("{\"status\":404,\"title\":\"There is no such page here.\",\"field\":null}", problem.Body);
    }

    [Fact]
    public async Task Head_answers_as_get_without_the_body()
    {
        foreach (var path in (string[])["/sign-in", "/nowhere", "/favicon.svg", "/healthz"])
        {
            var (get, head) = (await _ann.GetAsync(path), await _ann.SendAsync(HttpMethod.Head, path, null));

            Assert.Equal((path, get.Status, ""), (path, head.Status, head.Body));
            Assert.Equal(get.Header("Content-Type"), head.Header("Content-Type"));
            Assert.Equal(get.Header("Content-Security-Policy"), head.Header("Content-Security-Policy"));
        }
    }

    /// <summary>A route's path with values that can be read and name nothing.</summary>
    private static string Filled(string path) => path
        .Replace("{key}", "0000000000000001-0000000000000002-3-4", StringComparison.Ordinal)
        .Replace("{scope}", "inbox", StringComparison.Ordinal)
        .Replace("{section}", "1", StringComparison.Ordinal)
        .Replace("{token}", new string('a', 43), StringComparison.Ordinal) is var filled
            ? System.Text.RegularExpressions.Regex.Replace(filled, "{[a-z]+}", "0000000000000001")
            : path;

    private IEnumerable<(string, string)> Said(string name, string? value)
    {
        if (value is not null) yield return (name, value.Replace("OWN", _site.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal));
    }
}
