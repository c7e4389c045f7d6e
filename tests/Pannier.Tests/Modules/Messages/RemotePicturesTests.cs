using System.Text.RegularExpressions;
using Pannier.Core.Http;
using Pannier.Mail;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Messages;

/// <summary>Pictures on other servers, from the message to their servers and back, through the whole site.</summary>
public sealed partial class RemotePicturesTests : IClassFixture<PictureSite>
{
    private static readonly DateTimeOffset Then = new(2020, 2, 3, 4, 5, 6, TimeSpan.Zero);
    private readonly PictureHost _host;
    private readonly MailSite _site;
    private readonly FakeServer _server;

    public RemotePicturesTests(PictureSite shared)
    {
        (_host, _site, _server) = (shared.Host, shared.Site, shared.Server);
        _host.Requests.Clear();
        _server.Before = _ => { };
        _site.Site.Clock.Advance(TimeSpan.FromMinutes(16)); // what was kept before is not any more
    }

    [Fact]
    public async Task Nothing_is_fetched_before_it_is_asked_for_and_the_notice_names_trackers()
    {
        var key = await AddAsync($"<img src={_host.Address}/a.png><img src={_host.Address}/p.gif width=1 height=1><img src=https://x.us1.list-manage.com/track/open.php?u=1>");

        var page = await OpenAsync(key);

        Assert.Contains("3 things on other servers were not loaded", page.Body, StringComparison.Ordinal);
        Assert.Contains("2 trackers are among them, which are never loaded: localhost, Mailchimp.", page.Body, StringComparison.Ordinal);
        Assert.Contains("Load pictures this once", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Always load", page.Body, StringComparison.Ordinal); // nobody vouches for the sender
        Assert.Empty(_host.Requests);
    }

    [Fact]
    public async Task Asked_for_they_come_through_the_site_and_trackers_do_not()
    {
        _host.Has("/a.png", Raster.Png(30, 20, Raster.PngChunk("tEXt", "Place\0secret"u8.ToArray()))).Has("/b.jpg", Raster.Jpeg(30, 20), "text/html");
        var key = await AddAsync($"<img src={_host.Address}/a.png><p style='background:url({_host.Address}/b.jpg)'>x</p><img src={_host.Address}/gone.png><img src={_host.Address}/p.gif width=1 height=1>");

        var page = await LoadAsync(key);

        Assert.Equal(200, page.Status);
        Assert.Contains("2 pictures were fetched by this site", page.Body, StringComparison.Ordinal);
        Assert.Contains("One could not be shown.", page.Body, StringComparison.Ordinal);
        Assert.Contains("A tracker stayed out: localhost.", page.Body, StringComparison.Ordinal);
        Assert.Equal(["/a.png", "/b.jpg", "/gone.png"], _host.Paths.Order());
        var pictures = await PicturesAsync(page);
        Assert.Equal(["image/jpeg 200", "image/png 200", "text/plain; charset=utf-8 404"], pictures.Select(reply => $"{reply.Header("Content-Type")} {reply.Status}").Order());
        Assert.DoesNotContain(pictures, reply => reply.Body.Contains("secret", StringComparison.Ordinal));
        Assert.All(pictures, reply => Assert.Equal("nosniff", reply.Header("X-Content-Type-Options")));
    }

    [Fact]
    public async Task Requests_are_alike_and_say_nothing_of_anybody()
    {
        _host.Has("/a.png", Raster.Png(30, 20), more: "Set-Cookie: id=7; Path=/\r\n").Has("/b.png", Raster.Png(30, 20));
        var first = await AddAsync($"<img src={_host.Address}/a.png>");
        var second = await AddAsync($"<img src={_host.Address}/b.png>");

        await LoadAsync(first);
        await LoadAsync(second);

        var heads = _host.Requests.Select(request => request[request.IndexOf("\r\n", StringComparison.Ordinal)..]).Distinct().ToList();
        Assert.Equal([$"\r\nHost: localhost:{_host.Port}\r\nUser-Agent: Pannier\r\n\r\n"], heads);
    }

    [Fact]
    public async Task Opening_it_again_tells_nobody_again_and_ends_with_the_session()
    {
        _host.Has("/a.png", Raster.Png(30, 20)).Has("/bad.png", "<svg/>"u8.ToArray());
        var key = await AddAsync($"<img src={_host.Address}/a.png><img src={_host.Address}/bad.png>");
        await LoadAsync(key);

        var again = await LoadAsync(key);
        Assert.Equal(2, _host.Requests.Count);
        Assert.Contains("One picture was fetched by this site", again.Body, StringComparison.Ordinal);

        _site.Site.Clock.Advance(TimeSpan.FromMinutes(16));
        await LoadAsync(key);
        Assert.Equal(4, _host.Requests.Count);
    }

    [Theory]
    [InlineData("svg")]
    [InlineData("html")]
    [InlineData("huge")]
    [InlineData("bomb")]
    [InlineData("gzip")]
    [InlineData("loop")]
    [InlineData("inside")]
    [InlineData("missing")]
    public async Task Whatever_fails_looks_the_same(string how)
    {
        _host.Has("/svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray(), "image/svg+xml")
            .Has("/html", "<script>alert(1)</script>"u8.ToArray())
            .Has("/huge", new byte[4 * 1024 * 1024 + 1])
            .Has("/bomb", Raster.Png(50_000, 50_000))
            .Has("/gzip", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3], more: "Content-Encoding: gzip\r\n")
            .Redirects("/loop", "/loop")
            .Redirects("/inside", $"http://127.0.0.1:{_site.Site.Address.Port}/"); // not named in Egress:Web:Allow
        var key = await AddAsync($"<img src={_host.Address}/{how} alt=A>");

        var page = await LoadAsync(key);

        Assert.Contains("0 pictures were fetched by this site", page.Body, StringComparison.Ordinal);
        Assert.Contains("One could not be shown.", page.Body, StringComparison.Ordinal);
        var picture = Assert.Single(await PicturesAsync(page));
        Assert.Equal((404, "This view is over. Open the message again."), (picture.Status, picture.Body));
    }

    [Fact]
    public async Task A_picture_that_turns_out_to_be_a_pixel_is_not_shown_and_its_host_is_named()
    {
        _host.Has("/counter.png", Raster.Png(1, 1, Raster.PngChunk("gAMA", [1, 2, 3, 4])));
        var key = await AddAsync($"<img src={_host.Address}/counter.png width=300 height=40>");

        var page = await LoadAsync(key);

        Assert.Contains("One server sent a single pixel, which is not shown: localhost.", page.Body, StringComparison.Ordinal);
        var picture = Assert.Single(await PicturesAsync(page));
        Assert.Equal((200, "image/gif"), (picture.Status, picture.Header("Content-Type")));
    }

    [Fact]
    public async Task A_server_that_is_silent_holds_up_no_message_and_its_end_is_told()
    {
        _host.Has("/a.png", Raster.Png(30, 20)).IsSilentAt("/slow.png");
        var key = await AddAsync($"<img src={_host.Address}/a.png><img src={_host.Address}/slow.png>");

        var asked = LoadAsync(key);
        while (_host.Requests.Count < 2) await Task.Yield();
        await AdvanceUntilAsync(asked, TimeSpan.FromSeconds(4));
        var page = await asked;
        Assert.Contains("Pictures are being fetched", page.Body, StringComparison.Ordinal);

        var report = _site.FragmentAsync(Follow().Match(page.Body).Groups[1].Value);
        await AdvanceUntilAsync(report, TimeSpan.FromSeconds(9));
        Assert.Contains("One picture was fetched by this site", (await report).Body, StringComparison.Ordinal);
        Assert.Equal([200, 404], (await PicturesAsync(page)).Select(picture => picture.Status).Order());
    }

    [Fact]
    public async Task At_most_sixty_are_fetched_and_each_once()
    {
        for (var n = 0; n < 70; n++) _host.Has($"/{n}.png", Raster.Png(10, 10));
        var key = await AddAsync(string.Concat(Enumerable.Range(0, 70).Concat(Enumerable.Range(0, 70)).Select(n => $"<img src={_host.Address}/{n}.png>")));

        var page = await LoadAsync(key);

        Assert.Equal(60, _host.Requests.Count);
        Assert.Equal(60, _host.Paths.Distinct().Count());
        Assert.Contains("60 pictures were fetched", page.Body, StringComparison.Ordinal);
        Assert.Contains("20 other things stayed out.", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Never_means_never()
    {
        _host.Has("/a.png", Raster.Png(30, 20));
        var key = await AddAsync($"<img src={_host.Address}/a.png>");
        await _site.Browser.GetAsync("/settings");
        await _site.Browser.PostAsync("/settings", ("setting", "reading.pictures=never"));

        var page = await OpenAsync(key);
        await LoadAsync(key);

        Assert.DoesNotContain("Load pictures this once", page.Body, StringComparison.Ordinal);
        Assert.Contains("that is your setting", page.Body, StringComparison.Ordinal);
        Assert.Empty(_host.Requests);
        await _site.Browser.PostAsync("/settings", ("setting", "reading.pictures=ask"));
    }

    [Fact]
    public async Task An_address_alone_loads_nothing_and_a_sender_nobody_vouches_for_is_not_kept()
    {
        _host.Has("/a.png", Raster.Png(30, 20));
        var key = await AddAsync($"<img src={_host.Address}/a.png>");
        await OpenAsync(key);

        var byAddress = await _site.Browser.GetAsync($"/message/{key}?pictures=once");
        var byGet = await _site.Browser.GetAsync($"/message/{key}/pictures?for=once");
        var always = await _site.Browser.SwapAsync($"/message/{key}/pictures", ("for", "sender"));
        var list = await _site.Browser.GetAsync("/settings/pictures");

        Assert.Equal((400, 404, 422), (byAddress.Status, byGet.Status, always.Status));
        Assert.Contains("not proven", always.Body, StringComparison.Ordinal);
        Assert.Contains("No sender&#x27;s pictures are loaded by themselves", list.Body, StringComparison.Ordinal);
        Assert.Empty(_host.Requests);
    }

    [Fact]
    public async Task A_proven_senders_pictures_are_loaded_from_then_on_until_that_is_taken_back_and_never_in_junk()
    {
        _host.Has("/a.png", Raster.Png(30, 20));
        for (var other = 0; other < 6; other++)
            _server.Find("INBOX").Add(Letter.Octets($"Received: from x by mx.example.org\nAuthentication-Results: mx.example.org; spf=pass; dkim=none; dmarc=none\nFrom: a@other{other}.example\nSubject: x\n\nx\n"), Then.AddMinutes(other));
        const string Proven = "Received: from x by mx.example.org\nAuthentication-Results: mx.example.org; dmarc=pass header.from=shop.example\n";
        var html = $"<img src={_host.Address}/a.png>";
        var (key, next, junk, forged) = (await AddAsync(html, Proven), await AddAsync(html, Proven), await AddAsync(html, Proven, "Junk"), await AddAsync(html, "Received: from x by mx.example.org\nAuthentication-Results: mx.example.org; dmarc=fail header.from=shop.example\n"));
        Assert.Contains("Always load them from news@shop.example", (await OpenAsync(key)).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Always load", (await OpenAsync(junk)).Body + (await OpenAsync(forged)).Body, StringComparison.Ordinal);
        Assert.Equal(422, (await _site.Browser.SwapAsync($"/message/{junk}/pictures", ("for", "sender"))).Status);
        Assert.Empty(_host.Requests);

        var allowed = await _site.Browser.PostAsync($"/message/{key}/pictures", ("for", "sender"));
        Assert.Contains("One picture was fetched by this site", allowed.Body, StringComparison.Ordinal);
        Assert.Equal(409, (await _site.FragmentAsync($"/message/{next}?ahead=on")).Status); // before the person opens it nobody is asked
        Assert.Single(_host.Requests);
        var later = await OpenAsync(next);
        Assert.Contains("Loaded because you always load pictures from news@shop.example.", later.Body, StringComparison.Ordinal);
        Assert.Equal(200, Assert.Single(await PicturesAsync(later)).Status);
        Assert.All([await OpenAsync(junk), await OpenAsync(forged)], page => Assert.Contains("not loaded", page.Body, StringComparison.Ordinal));
        Assert.Contains("<h3>news@shop.example</h3>", (await _site.Browser.GetAsync("/settings/pictures")).Body, StringComparison.Ordinal);

        var removed = await _site.Browser.PostAsync("/settings/pictures/remove", ("address", "news@shop.example"));
        Assert.Equal((303, "/settings/pictures"), (removed.Status, removed.Location));
        Assert.Contains("One thing on another server was not loaded", (await OpenAsync(next)).Body, StringComparison.Ordinal);
        Assert.Single(_host.Requests);
    }

    [Fact]
    public async Task A_request_to_be_told_is_said_and_not_answered()
    {
        var key = await AddAsync("<p>x</p>", "Disposition-Notification-To: boss@example.net\nReturn-Receipt-To: boss@example.net\n");
        var acts = new List<string>();
        _server.Before = acts.Add;

        var page = await OpenAsync(key);

        Assert.Contains("The sender asked to be told when you read this. Nothing was sent.", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(acts, act => act.StartsWith("append", StringComparison.Ordinal) || act.StartsWith("submit", StringComparison.Ordinal));
        Assert.DoesNotContain("asked to be told", (await OpenAsync(await AddAsync("<p>x</p>"))).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tracking_is_cut_from_links_and_what_was_sent_can_be_seen()
    {
        var html = await AddAsync("<a href='https://shop.example/a?id=1&amp;utm_source=news'>Shop</a>");
        var text = await _site.Mail.KeyAsync("Work", "INBOX", _server.Find("INBOX").Add(Letter.Octets("From: a@example.net\nSubject: t\n\nSee https://shop.example/b?gclid=7 now\n"), Then));

        var page = await OpenAsync(html);
        var frame = await FrameAsync(page);
        var plain = await OpenAsync(text);

        Assert.Contains("href=\"https://shop.example/a?id=1\"", frame.Body, StringComparison.Ordinal);
        Assert.Contains("Tracking was cut from one link", page.Body, StringComparison.Ordinal);
        Assert.Contains("as sent: https://shop.example/a?id=1&amp;utm_source=news", page.Body, StringComparison.Ordinal);
        Assert.Contains("href=\"https://shop.example/b\"", plain.Body, StringComparison.Ordinal);
        Assert.Contains(">https://shop.example/b?gclid=7</a>", plain.Body, StringComparison.Ordinal);

        await _site.Browser.PostAsync("/settings", ("setting", "reading.links=as-sent"));
        Assert.Contains("utm_source", (await FrameAsync(await OpenAsync(html))).Body, StringComparison.Ordinal);
        await _site.Browser.PostAsync("/settings", ("setting", "reading.links=cut"));
    }

    private async Task<MessageKey> AddAsync(string html, string headers = "", string mailbox = "INBOX") =>
        await _site.Mail.KeyAsync("Work", mailbox, _server.Find(mailbox).Add(Letter.Octets($"From: Shop <news@shop.example>\nSubject: News\n{headers}MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n{html}\n"), Then));

    private Task<Reply> OpenAsync(MessageKey key) => _site.Browser.GetAsync($"/message/{key}");

    private async Task<Reply> LoadAsync(MessageKey key)
    {
        if (_site.Browser.Csrf.Length == 0) await OpenAsync(key);
        return await _site.Browser.PostAsync($"/message/{key}/pictures", ("for", "once"));
    }

    private async Task<Reply> FrameAsync(Reply page) => await _site.Browser.GetAsync("/view/" + View().Match(page.Body).Groups[1].Value);

    /// <summary>All pictures that the message's document asks for.</summary>
    private async Task<IReadOnlyList<Reply>> PicturesAsync(Reply page)
    {
        var replies = new List<Reply>();
        foreach (var path in View().Matches((await FrameAsync(page)).Body).Select(match => match.Groups[1].Value).Distinct()) replies.Add(await _site.Browser.GetAsync("/view/" + path));
        return replies;
    }

    // The site's clock stands still; how far the site is with asking it is not to be seen from here.
    private async Task AdvanceUntilAsync(Task done, TimeSpan step)
    {
        while (!done.IsCompleted)
        {
            _site.Site.Clock.Advance(step / 8);
            await Task.WhenAny(done, Task.Delay(20, TestContext.Current.CancellationToken));
        }
    }

    [GeneratedRegex("/view/([A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+)")]
    private static partial Regex View();

    [GeneratedRegex("data-pictures=\"([^\"]+)\"")]
    private static partial Regex Follow();
}
