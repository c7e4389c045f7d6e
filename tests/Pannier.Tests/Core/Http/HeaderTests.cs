using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Http;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Http;

/// <summary>The fixed headers of each class of answer, and of every way it can end.</summary>
public sealed partial class HeaderTests(RunningSite running) : IClassFixture<RunningSite>
{
    private static readonly string[] Changing = ["Date", "Content-Length", "Set-Cookie", "Transfer-Encoding", "Connection", "Pannier-Pad"];
    private readonly TestSite _site = running.Site;
    private readonly TestBrowser _ann = running.Ann;

    [Fact]
    public async Task Every_class_of_answer_has_its_headers_and_errors_have_them_too()
    {
        var view = new Uri(_site.Services.GetRequiredService<ViewBoxes>().Put("text/html; charset=utf-8", "<p>x</p>"u8)).AbsolutePath;
        var page = (await _ann.GetAsync("/recover")).Body;
        var script = Asset().Match(page).Groups[1].Value;
        using var stranger = _site.Browser();
        var table = new StringBuilder();

        Write("page", await _ann.GetAsync("/recover"));
        Write("page, not found", await _ann.GetAsync("/nowhere"));
        Write("page, unknown field", await _ann.GetAsync("/recover?x=1"));
        Write("page, without a token", await _ann.SendAsync(HttpMethod.Post, "/sign-out", null, ("Sec-Fetch-Site", "same-origin")));
        Write("page, another host", await _ann.GetAsync("/recover", ("Host", "evil.example")));
        Write("page, another method", await _ann.SendAsync(HttpMethod.Put, "/recover", null));
        Write("page, to the door", await stranger.GetAsync("/"));
        Write("fragment", await _ann.GetAsync("/recover", ("Pannier-Swap", "1")));
        Write("page, compressed", await _ann.GetAsync("/recover", ("Accept-Encoding", "gzip, br")));
        Write("page, another site leads to", await _ann.GetAsync("/recover", ("Accept-Encoding", "gzip, br"), ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document")));
        Write("problem", await _ann.GetAsync("/nowhere", ("Accept", "application/json")));
        Write("bytes, not found", await _ann.GetAsync("/message/0000000000000001-0000000000000002-3-4/source"));
        Write("static", await stranger.GetAsync(script));
        Write("static, compressed", await stranger.GetAsync(script, ("Accept-Encoding", "gzip, br")));
        Write("static, without a hash in its name", await stranger.GetAsync("/favicon.svg"));
        Write("view", await stranger.GetAsync(view));
        Write("view, over", await stranger.GetAsync("/view/a.b"));
        Write("machine", await stranger.GetAsync("/healthz"));
        Write("guest, of ours", await stranger.GetAsync("/human-check"));

        Golden.Match(table.ToString(), "Core/Http/headers.txt");

        void Write(string name, Reply reply)
        {
            table.Append("== ").Append(name).Append(": ").Append(reply.Status).Append('\n');
            foreach (var header in reply.HeaderNames.Except(Changing, StringComparer.OrdinalIgnoreCase)) table.Append(header).Append(": ").Append(Plain(reply.Header(header)!)).Append('\n');
        }
    }

    [Fact]
    public async Task A_view_host_of_its_own_is_named_where_it_must_be()
    {
        await using var site = await TestSite.StartAsync(null, ("Reading:RenderUrl", "https://view.example.org"), ("Reading:FrameScript", "false"));
        using var browser = site.Browser();

        var page = await browser.GetAsync("/sign-in");
        var view = await browser.GetAsync("/view/a.b");

        Assert.Contains("frame-src https://view.example.org;", page.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("img-src https://view.example.org; script-src 'none'", view.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Null(view.Header("X-Frame-Options"));
        Assert.StartsWith("https://view.example.org/view/", site.Services.GetRequiredService<ViewBoxes>().Put("text/plain", "x"u8), StringComparison.Ordinal);
        Assert.Equal(404, (await browser.GetAsync("/view/a.b", ("Host", "view.example.org"))).Status);
    }

    [Fact]
    public async Task Every_cookie_is_host_bound_secure_and_lax()
    {
        var servers = new FakeStores();
        await using var site = await TestSite.StartAsync(services => services.AddSingleton<Pannier.Core.Accounts.IOpenStores>(servers), ("Session:StayFor", "30.00:00:00"));
        using var bob = await site.RegisteredAsync("bob");
        await new Counting(site, bob, servers).AllowAsync();
        await bob.PostAsync("/sign-out");
        await bob.GetAsync("/sign-in");
        await bob.PostAsync("/sign-in", ("name", "bob"), ("password", TestSite.Password), ("own", "yes"), ("stay", "yes"));
        var page = (await bob.GetAsync("/settings/sessions")).Body;
        await bob.PostAsync("/settings/devices/forget", ("session", Regex.Match(page[page.IndexOf("Your devices", StringComparison.Ordinal)..], "data-key=\"([0-9A-F]+)\"").Groups[1].Value));
        bob.Cookies["__Host-pannier"] = "over.and-done";
        await bob.GetAsync("/");

        var seen = bob.SetCookies.Select(CookieTable.Form).Distinct().Order(StringComparer.Ordinal);

        Golden.Match(string.Join('\n', seen) + "\n", CookieTable.File);
    }

    [Fact]
    public async Task A_site_of_several_hosts_can_share_its_cookies_in_a_domain()
    {
        var port = FreePort.Next();
        await using var site = await TestSite.StartAsync(null, ("Session:CookieDomain", "example.org"), ("Listen:Port", $"{port}"), ("Site:PublicOrigins:0", $"http://mail.example.org:{port}"));
        using var bob = new TestBrowser(new Uri($"http://127.0.0.1:{port}"));
        bob.Always["Host"] = $"mail.example.org:{port}";
        var link = await site.Services.GetRequiredService<Pannier.Core.Users.Links>().InviteAsync(Pannier.Core.Users.Role.Member, TestContext.Current.CancellationToken);
        await bob.GetAsync("/register/" + link.Token);

        var registered = await bob.PostAsync("/register/" + link.Token, ("name", "bob"), ("password", TestSite.Password), ("again", TestSite.Password));
        await bob.PostAsync("/sign-out");

        Assert.Contains("<meta name=\"cookie-domain\" content=\"example.org\"", registered.Body, StringComparison.Ordinal);
        Assert.Equal(
            ["__Secure-pannier-door=…; domain=example.org; path=/; secure; samesite=lax; httponly", "__Secure-pannier-notices=…; domain=example.org; path=/; secure; samesite=lax", "__Secure-pannier=; expires=Thu, 01 Jan 1970 00:00:00 GMT; domain=example.org; path=/; secure; samesite=lax; httponly", "__Secure-pannier=…; domain=example.org; path=/; secure; samesite=lax; httponly"],
            bob.SetCookies.Select(CookieTable.Form).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("https://mail.example.org", "org", null, "is no domain")]
    [InlineData("https://mail.example.org", "127.0.0.1", null, "is no domain")]
    [InlineData("https://mail.example.com", "example.org", null, "does not cover https://mail.example.com")]
    [InlineData("https://badexample.org", "example.org", null, "does not cover")]
    [InlineData("https://mail.example.org", "example.org", "https://view.example.org", "a session's cookie must not be sent there")]
    public async Task A_domain_that_does_not_fit_stops_the_start(string origin, string domain, string? view, string why)
    {
        var options = new List<(string, string)> { ("Site:PublicOrigins:0", origin), ("Session:CookieDomain", domain) };
        if (view is not null) options.Add(("Reading:RenderUrl", view));

        Assert.Contains(why, (await Assert.ThrowsAsync<StartRefused>(() => TestSite.StartAsync(null, [.. options]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_includes_two_files_by_the_hash_they_have()
    {
        var page = (await _ann.GetAsync("/recover")).Body;
        var files = Included().Matches(page);

        Assert.Equal(2, files.Count);
        foreach (Match file in files)
        {
            var reply = await _ann.GetAsync(file.Groups[1].Value);
            Assert.Equal(System.Net.WebUtility.HtmlDecode(file.Groups[2].Value), "sha384-" + Convert.ToBase64String(System.Security.Cryptography.SHA384.HashData(reply.Bytes)));
        }
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("identity", null)]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("deflate", null)]
    [InlineData("nonsense;;=", null)]
    public async Task Static_files_go_out_as_small_as_the_browser_takes_them(string taken, string? coding)
    {
        var path = Asset().Match((await _ann.GetAsync("/recover")).Body).Groups[1].Value;
        var plain = await _ann.GetAsync(path);

        var reply = await _ann.GetAsync(path, ("Accept-Encoding", taken));

        Assert.Equal((200, coding, "Accept-Encoding"), (reply.Status, reply.Header("Content-Encoding"), reply.Header("Vary")));
        using var packed = new MemoryStream(reply.Bytes);
        using Stream open = coding switch
        {
            "br" => new System.IO.Compression.BrotliStream(packed, System.IO.Compression.CompressionMode.Decompress),
            "gzip" => new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Decompress),
            _ => packed,
        };
        using var read = new MemoryStream();
        await open.CopyToAsync(read, TestContext.Current.CancellationToken);
        Assert.Equal(plain.Bytes, read.ToArray());
        Assert.Equal(404, (await _ann.GetAsync(path + ".br")).Status);
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("identity", null)]
    public async Task Pages_go_out_compressed_and_read_the_same(string taken, string? coding)
    {
        var reply = await _ann.GetAsync("/recover", ("Accept-Encoding", taken));

        Assert.Equal(coding, reply.Header("Content-Encoding"));
        Assert.Contains("Accept-Encoding", reply.Header("Vary"), StringComparison.Ordinal);
        using var packed = new MemoryStream(reply.Bytes);
        using Stream open = coding switch
        {
            "br" => new System.IO.Compression.BrotliStream(packed, System.IO.Compression.CompressionMode.Decompress),
            "gzip" => new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Decompress),
            _ => packed,
        };
        using var text = new StreamReader(open);
        Assert.EndsWith("</html>", (await text.ReadToEndAsync(TestContext.Current.CancellationToken)).TrimEnd(), StringComparison.Ordinal);
    }

    [Fact] // BREACH: what another site puts into an address is never compressed together with what it wants to know
    public async Task What_another_site_leads_to_is_sent_as_it_is()
    {
        foreach (var site in (string[])["cross-site", "same-site"])
        {
            var reply = await _ann.GetAsync("/recover", ("Accept-Encoding", "br"), ("Sec-Fetch-Site", site), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document"));

            Assert.Equal((200, null), (reply.Status, reply.Header("Content-Encoding")));
        }
    }

    [Fact]
    public async Task Two_answers_differ_in_length_by_chance_and_share_no_token()
    {
        var replies = new List<Reply>();
        for (var turn = 0; turn < 12; turn++) replies.Add(await _ann.GetAsync("/recover", ("Accept-Encoding", "gzip")));

        Assert.True(replies.Select(reply => reply.Header("Pannier-Pad")!.Length).Distinct().Count() > 3);
        var (one, two) = ((await _ann.GetAsync("/recover")).Body, (await _ann.GetAsync("/recover")).Body);
        Assert.NotEqual(Token().Match(one).Groups[1].Value, Token().Match(two).Groups[1].Value);
    }

    [GeneratedRegex("name=\"csrf\" content=\"([^\"]+)\"")]
    private static partial Regex Token();

    private string Plain(string value) =>
        Hash().Replace(value.Replace(_site.Address.GetLeftPart(UriPartial.Authority), "SITE", StringComparison.Ordinal), "sha256-…");

    [GeneratedRegex("src=\"(/site\\.[0-9a-f]+\\.js)\"")]
    private static partial Regex Asset();

    [GeneratedRegex("(?:href|src)=\"(/site[^\"]+)\" integrity=\"([^\"]+)\"")]
    private static partial Regex Included();

    [GeneratedRegex("sha256-[A-Za-z0-9+/=]+")]
    private static partial Regex Hash();
}
