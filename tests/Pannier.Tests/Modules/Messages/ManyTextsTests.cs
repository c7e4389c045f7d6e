using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Messages;

/// <summary>A message may be made of any number of texts; each costs a fetch, a cleaning and a frame.</summary>
public sealed class ManyTextsTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Then = new(2020, 2, 3, 4, 5, 6, TimeSpan.Zero);
    private MailSite _site = null!; // made before each test

    public async ValueTask InitializeAsync() => _site = await MailSite.StartAsync();

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData(20, 20, null)]
    [InlineData(21, 20, "one text more")]
    [InlineData(200, 20, "180 texts more")]
    public async Task Twenty_are_shown_and_the_others_are_told_of_and_can_be_downloaded(int texts, int shown, string? notice)
    {
        var server = _site.Mail.Add("Work", "ann@example.org");
        var parts = string.Concat(Enumerable.Range(1, texts).Select(at => $"--b\nContent-Type: text/html\n\n<p>text {at}</p>\n"));
        var uid = server.Find("INBOX").Add(Letter.Octets("Subject: many\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n" + parts + "--b--\n"), Then);
        var key = await _site.Mail.KeyAsync("Work", "INBOX", uid);

        var page = await _site.Browser.GetAsync($"/message/{key}");

        Assert.Equal(shown, page.Body.Split("<iframe").Length - 1);
        Assert.Equal(texts - shown, page.Body.Split("class=\"messages-file\"").Length - 1);
        if (notice is null) Assert.DoesNotContain("more than", page.Body, StringComparison.Ordinal);
        else Assert.Contains(notice, page.Body, StringComparison.Ordinal);
        if (texts > shown) Assert.Contains($"text {texts}", (await _site.Browser.GetAsync($"/message/{key}/part/{texts}")).Body, StringComparison.Ordinal);
    }
}
