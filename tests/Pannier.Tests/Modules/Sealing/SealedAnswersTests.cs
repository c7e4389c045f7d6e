using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Sealing;
using Pannier.Core.Users;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Sealing;

/// <summary>Where a site seals its answers: who gets what, and what opens nothing.</summary>
public sealed partial class SealedAnswersTests : IAsyncLifetime
{
    private TestSite _site = null!; // made before each test
    private TestBrowser _ann = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.StartAsync(null, ("Browser:SealResponses", "true"), ("Browser:SealCache", "true"));
        _ann = await _site.RegisteredAsync("ann");
    }

    public async ValueTask DisposeAsync()
    {
        _ann.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task A_fragment_is_sealed_and_opens_for_the_page_that_asked()
    {
        using var page = await SealedPage.OpenAsync(_ann);

        var settings = await page.GetAsync("/settings");

        Assert.Equal(AnswerSeal.MediaType, settings.Wire.Header("Content-Type"));
        Assert.DoesNotContain("Settings", settings.Wire.Body, StringComparison.Ordinal);
        Assert.Equal("text/html; charset=utf-8", settings.Inside.Type);
        Assert.Contains("Settings", settings.Inside.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_opens_for_nothing_but_its_own_request()
    {
        using var page = await SealedPage.OpenAsync(_ann);
        using var other = await SealedPage.OpenAsync(_ann);
        var ask = page.Ask();
        var box = (await _ann.GetAsync("/help/keys", ("Pannier-Swap", "main"), ("Pannier-Seal", ask.Header))).Bytes;

        Assert.NotEmpty(page.Open(box, "GET", "/help/keys", 200, ask.Nonce).Body);
        Refuses(() => page.Open(box, "GET", "/help/keys", 200, page.Ask().Nonce)); // replayed
        Refuses(() => page.Open(box, "GET", "/settings", 200, ask.Nonce)); // swapped
        Refuses(() => page.Open(box, "POST", "/help/keys", 200, ask.Nonce));
        Refuses(() => page.Open(box, "GET", "/help/keys", 404, ask.Nonce));
        Refuses(() => page.OpenEvent(0, "here", "x", Convert.ToBase64String(box), ask.Nonce)); // sent the other way
        Refuses(() => other.Open(box, "GET", "/help/keys", 200, ask.Nonce)); // another page of the same session
        box[20] ^= 1;
        Refuses(() => page.Open(box, "GET", "/help/keys", 200, ask.Nonce));
    }

    [Fact]
    public async Task Another_session_of_the_same_person_has_another_half()
    {
        using var elsewhere = await _site.SignedInAsync("ann");

        Assert.NotEqual(Half((await _ann.GetAsync("/settings")).Body), Half((await elsewhere.GetAsync("/settings")).Body));
        Assert.Equal(Half((await _ann.GetAsync("/settings")).Body), Half((await _ann.GetAsync("/people")).Body));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("BAcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc.AAAAAAAAAAAAAAAAAAAAAA")] // not on the curve
    public async Task A_script_or_program_that_could_not_open_an_answer_gets_none(string? header)
    {
        (string, string)[] seal = header is null ? [] : [("Pannier-Seal", header)];

        var swap = await _ann.GetAsync("/settings", [("Pannier-Swap", "main"), .. seal]);
        var program = await _ann.GetAsync("/nowhere", [("Accept", "application/json"), .. seal]);

        Assert.Equal((400, 400), (swap.Status, program.Status));
        Assert.Contains("Reload the page", swap.Body, StringComparison.Ordinal);
        Assert.Contains("Reload the page", program.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusals_and_problems_are_sealed_too()
    {
        using var page = await SealedPage.OpenAsync(_ann);
        var ask = page.Ask();

        var missing = await page.GetAsync("/nowhere");
        var foreign = await _ann.SendAsync(HttpMethod.Post, "/settings", TestBrowser.Form(), ("Sec-Fetch-Site", "cross-site"), ("Pannier-Swap", "main"), ("Pannier-Seal", ask.Header));
        var jsonAsk = page.Ask();
        var program = await _ann.GetAsync("/nowhere", ("Accept", "application/json"), ("Pannier-Seal", jsonAsk.Header));

        Assert.Equal(404, missing.Wire.Status);
        Assert.Contains("There is no such page here.", missing.Inside.Body, StringComparison.Ordinal);
        Assert.Contains("another site", page.Open(foreign.Bytes, "POST", "/settings", 403, ask.Nonce).Body, StringComparison.Ordinal);
        var problem = page.Open(program.Bytes, "GET", "/nowhere", 404, jsonAsk.Nonce);
        Assert.Equal("application/problem+json", problem.Type);
        Assert.Contains("no such page", problem.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_is_an_empty_shell_and_what_belongs_in_it_comes_sealed()
    {
        var document = await _ann.GetAsync("/settings/password");
        using var page = await SealedPage.OpenAsync(_ann, "/settings/password");

        var whole = await page.GetAsync("/settings/password", "page");

        Assert.Equal(200, document.Status);
        Assert.Contains("<title>Pannier</title>", document.Body, StringComparison.Ordinal);
        Assert.Contains("data-sealed", document.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"current\"", document.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("/mail/", document.Body, StringComparison.Ordinal); // neither sidebar nor menus
        Assert.StartsWith("<title>Password", whole.Inside.Body, StringComparison.Ordinal);
        Assert.Contains("name=\"current\"", whole.Inside.Body, StringComparison.Ordinal);
        Assert.Contains("/mail/flagged", whole.Inside.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", whole.Inside.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_a_shell_as_well_and_told_sealed()
    {
        var document = await _ann.GetAsync("/nowhere");

        Assert.Equal(404, document.Status);
        Assert.Contains("data-sealed", document.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("no such page", document.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_for_the_whole_page_is_answered_with_where_to_go_and_the_notice_waits_sealed()
    {
        using var page = await SealedPage.OpenAsync(_ann);

        var saved = await page.PostAsync("/settings", "page", ("setting", "appearance.theme=dark"));
        var cookie = _ann.Cookies["__Host-pannier-notices"];
        var next = await page.GetAsync(saved.Inside.Next!, "page");

        Assert.Equal((200, ""), (saved.Wire.Status, saved.Inside.Body));
        Assert.Null(saved.Wire.Header("Pannier-Next"));
        Assert.StartsWith("sealed.", cookie, StringComparison.Ordinal);
        Assert.Contains("class=\"notice\"", next.Inside.Body, StringComparison.Ordinal);
        Assert.False(_ann.Cookies.ContainsKey("__Host-pannier-notices"));
        foreach (var bad in (string[])["sealed.", "sealed.%%%", cookie[..^2], "sealed.AAAA"])
        {
            _ann.Cookies["__Host-pannier-notices"] = bad;
            Assert.DoesNotContain("class=\"notice\"", (await page.GetAsync("/settings", "page")).Inside.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_form_a_browser_sends_by_itself_is_carried_out_and_answered_without_content()
    {
        await _ann.GetAsync("/settings");

        var wrong = await _ann.PostAsync("/settings/password", ("current", "wrong"), ("password", "x"), ("again", "y"));

        Assert.DoesNotContain("name=\"current\"", wrong.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("data-sealed", wrong.Body, StringComparison.Ordinal); // asking again would ask for something else
        Assert.Contains("Go to the start page", wrong.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_script_a_person_is_told_and_turns_sealing_off_for_the_session()
    {
        var shell = (await _ann.GetAsync("/settings")).Body;
        Assert.Contains("<noscript>", shell, StringComparison.Ordinal);
        Assert.Contains("Sealed answers need script", shell, StringComparison.Ordinal);
        Assert.Equal(403, (await _ann.SendAsync(HttpMethod.Post, "/sealing/off", TestBrowser.Form(), ("Sec-Fetch-Site", "same-origin"))).Status);
        var before = _ann.Cookies["__Host-pannier"];

        var off = await _ann.PostAsync("/sealing/off");
        var start = await _ann.GetAsync("/");
        var settings = await _ann.GetAsync("/settings");

        Assert.Equal((303, "/"), (off.Status, off.Location));
        Assert.NotEqual(before, _ann.Cookies["__Host-pannier"]);
        Assert.Contains("Sealing is off until you sign out.", start.Body, StringComparison.Ordinal);
        Assert.Contains("<h1>Settings</h1>", settings.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("data-answers", settings.Body, StringComparison.Ordinal);
        using var elsewhere = await _site.SignedInAsync("ann");
        Assert.Contains("data-sealed", (await elsewhere.GetAsync("/settings")).Body, StringComparison.Ordinal);
        using var stranger = _site.Browser();
        Assert.NotEqual(200, (await stranger.PostAsync("/sealing/off")).Status);
    }

    [Fact]
    public async Task Signing_out_is_answered_sealed_and_what_comes_after_is_not()
    {
        using var page = await SealedPage.OpenAsync(_ann);

        var left = await page.PostAsync("/sign-out", "page");
        var door = await _ann.GetAsync("/sign-in");

        Assert.Equal("/sign-in", left.Inside.Next);
        Assert.Contains("You are signed out.", door.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"seal\"", door.Body, StringComparison.Ordinal);
        Assert.Equal(401, (await _ann.GetAsync("/settings", ("Pannier-Swap", "main"), ("Pannier-Seal", page.Ask().Header))).Status);
    }

    [Fact]
    public async Task A_recovery_key_made_at_the_door_is_shown_and_nothing_else_is()
    {
        var link = await _site.Services.GetRequiredService<Links>().InviteAsync(Role.Member, Cancellation);
        using var ben = _site.Browser();
        await ben.GetAsync("/register/" + link.Token);

        var shown = await ben.PostAsync("/register/" + link.Token, ("name", "ben"), ("password", TestSite.Password), ("again", TestSite.Password));

        Assert.Contains("Keep this key", shown.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("/mail/", shown.Body, StringComparison.Ordinal);
        Assert.Contains("data-sealed", (await ben.GetAsync("/")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_goes_on_as_another_keeps_its_half_so_that_open_pages_read_on()
    {
        using var page = await SealedPage.OpenAsync(_ann);
        var key = (await page.GetAsync("/sealing/key", "key")).Inside.Body;
        var cookie = _ann.Cookies["__Host-pannier"];

        Assert.Equal("/", (await page.PostAsync("/sealing/off", "page")).Inside.Next);

        Assert.NotEqual(cookie, _ann.Cookies["__Host-pannier"]);
        Assert.Equal(key, (await page.GetAsync("/sealing/key", "key")).Inside.Body);
    }

    [Fact]
    public async Task The_caches_key_is_the_sessions_and_never_travels_open()
    {
        using var page = await SealedPage.OpenAsync(_ann);
        using var tab = await SealedPage.OpenAsync(_ann, "/settings");
        using var elsewhere = await _site.SignedInAsync("ann");
        using var other = await SealedPage.OpenAsync(elsewhere);

        var key = (await page.GetAsync("/sealing/key", "key")).Inside.Body;

        Assert.Matches("data-cache-key=\"[A-Za-z0-9_-]{43}\"", key);
        Assert.Equal(key, (await tab.GetAsync("/sealing/key", "key")).Inside.Body);
        Assert.NotEqual(key, (await other.GetAsync("/sealing/key", "key")).Inside.Body);
        Assert.DoesNotContain("data-cache-key", (await _ann.GetAsync("/sealing/key")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_are_sealed_in_their_order_and_refused_to_who_cannot_open_them()
    {
        using var page = await SealedPage.OpenAsync(_ann);
        var ask = page.Ask();
        using var client = new HttpClient { BaseAddress = _site.Address };
        client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", _ann.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");

        using var reply = await client.GetAsync(new Uri($"/events?seal={ask.Header}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancellation);
        using var lines = new StreamReader(await reply.Content.ReadAsStreamAsync(Cancellation));
        var (id, name, data) = (await Field("id: "), await Field("event: "), await Field("data: "));

        Assert.Equal(("here", "{}"), (name, page.OpenEvent(0, name, id, data, ask.Nonce)));
        Refuses(() => page.OpenEvent(1, name, id, data, ask.Nonce));
        Refuses(() => page.OpenEvent(0, "news", id, data, ask.Nonce));
        Refuses(() => page.OpenEvent(0, name, id, data, page.Ask().Nonce));
        Assert.Equal(400, (await _ann.GetAsync("/events")).Status);

        async Task<string> Field(string start) => await lines.ReadLineAsync(Cancellation) is { } line && line.StartsWith(start, StringComparison.Ordinal) ? line[start.Length..] : "";
    }

    [Fact]
    public async Task A_site_that_only_keeps_a_cache_seals_its_key_and_nothing_that_is_not_asked_sealed()
    {
        await using var site = await TestSite.StartAsync(null, ("Browser:SealCache", "true"));
        using var ben = await site.RegisteredAsync("ben");
        var document = (await ben.GetAsync("/settings")).Body;
        using var page = await SealedPage.OpenAsync(ben, "/settings");

        Assert.Contains("<h1>Settings</h1>", document, StringComparison.Ordinal);
        Assert.Contains("data-cache=", document, StringComparison.Ordinal);
        Assert.DoesNotContain("data-answers", document, StringComparison.Ordinal);
        Assert.Contains("<h1>Settings</h1>", (await ben.GetAsync("/settings", ("Pannier-Swap", "main"))).Body, StringComparison.Ordinal);
        Assert.Contains("data-cache-key", (await page.GetAsync("/sealing/key", "key")).Inside.Body, StringComparison.Ordinal);
        Assert.Equal(404, (await ben.GetAsync("/sealing/key", ("Pannier-Swap", "key"))).Status);
    }

    [Fact]
    public async Task A_site_that_seals_nothing_says_nothing_of_it()
    {
        await using var site = await TestSite.StartAsync();
        using var ben = await site.RegisteredAsync("ben");
        var header = $"{Convert.ToBase64String([4, .. new byte[64]]).TrimEnd('=')}.AAAAAAAAAAAAAAAAAAAAAA";

        var settings = await ben.GetAsync("/settings");

        Assert.DoesNotContain("name=\"seal\"", settings.Body, StringComparison.Ordinal);
        Assert.Contains("<h1>Settings</h1>", (await ben.GetAsync("/settings", ("Pannier-Swap", "main"), ("Pannier-Seal", header))).Body, StringComparison.Ordinal);
        Assert.Equal(404, (await ben.GetAsync("/sealing/key", ("Pannier-Swap", "key"))).Status);
    }

    [Fact]
    public async Task A_site_that_seals_needs_the_module_that_says_so()
    {
        var refused = await Assert.ThrowsAsync<StartRefused>(() => TestSite.StartAsync(null, ("Browser:SealResponses", "true"), ("Modules:Off:0", "sealing")));

        Assert.Contains("sealing", refused.Message, StringComparison.Ordinal);
    }

    private static void Refuses(Action open) => Assert.ThrowsAny<CryptographicException>(open);

    private static string Half(string document) => HalfOfPage().Match(document) is { Success: true } found ? found.Groups[1].Value : throw new InvalidOperationException("no half in the page");

    [GeneratedRegex("<meta name=\"seal\" content=\"([^\"]+)\"")]
    private static partial Regex HalfOfPage();
}
