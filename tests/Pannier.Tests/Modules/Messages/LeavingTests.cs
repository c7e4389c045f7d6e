using System.Net;
using System.Text;
using Pannier.Mail;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Messages;

/// <summary>Where links lead, said before they open.</summary>
public sealed class LeavingTests : IAsyncLifetime
{
    private const string Html = "<p><a href=\"https://shop.example/sale?x=1\">Our sale</a> <a href=\"https://evil.example/in?a=1&amp;b=2\">https://bank.example/login</a></p>";
    private MailSite _site = null!; // made before each test
    private FakeServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await MailSite.StartAsync();
        _server = _site.Mail.Add("Work", "ann@example.org");
    }

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_misleading_link_leads_to_a_page_of_ours_that_shows_its_address_and_asks()
    {
        var frame = await FrameAsync();

        Assert.Contains("href=\"https://shop.example/sale?x=1\" data-to=\"shop.example\"", frame, StringComparison.Ordinal);
        Assert.Contains("data-to=\"evil.example\"", frame, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"https://evil.example", frame, StringComparison.Ordinal);
        var page = await _site.Browser.GetAsync(Detour(frame));
        Assert.Equal(200, page.Status);
        Assert.Contains("<bdi>evil.example</bdi>", page.Body, StringComparison.Ordinal);
        Assert.Contains("<bdi>https://evil.example/in?a=1&amp;b=2</bdi>", page.Body, StringComparison.Ordinal);
        Assert.Contains("href=\"https://evil.example/in?a=1&amp;b=2\" rel=\"noopener noreferrer nofollow\"", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh\"", page.Body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task That_page_speaks_of_no_address_that_was_not_signed_here()
    {
        var url = Detour(await FrameAsync());

        Assert.Equal(404, (await _site.Browser.GetAsync(url.Replace("evil", "other", StringComparison.Ordinal))).Status);
        Assert.Equal(404, (await _site.Browser.GetAsync("/leave?to=https%3A%2F%2Fevil.example%2F&by=AAAA")).Status);
        Assert.Equal(400, (await _site.Browser.GetAsync("/leave?to=https%3A%2F%2Fevil.example%2F")).Status);
    }

    [Fact]
    public async Task The_message_lists_the_sites_its_links_lead_to()
    {
        var page = (await _site.FragmentAsync($"/message/{await KeyAsync()}")).Body;

        Assert.Contains("Its links lead to 2 sites", page, StringComparison.Ordinal);
        Assert.Contains("<bdi>evil.example</bdi>", page, StringComparison.Ordinal);
    }

    private static string Detour(string frame)
    {
        var start = frame.IndexOf("/leave?to=", StringComparison.Ordinal);
        Assert.True(start > 0, frame);
        return WebUtility.HtmlDecode(frame[start..frame.IndexOf('"', start)]);
    }

    private async Task<string> FrameAsync()
    {
        var page = (await _site.FragmentAsync($"/message/{await KeyAsync()}")).Body;
        var start = page.IndexOf("/view/", StringComparison.Ordinal);
        return (await _site.Browser.GetAsync(page[start..page.IndexOf('"', start)])).Body;
    }

    private Task<MessageKey> KeyAsync() => _site.Mail.KeyAsync("Work", "INBOX", _server.Find("INBOX").Add(
        Encoding.UTF8.GetBytes($"From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{Html}\r\n"),
        new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero)));
}
