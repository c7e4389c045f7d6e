using Pannier.Mail;
using Pannier.Modules.Messages;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Messages;

/// <summary>Messages bigger and smaller, by forms that need no script.</summary>
public sealed class ZoomTests : IAsyncLifetime
{
    private MailSite _site = null!; // made before each test
    private FakeServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await MailSite.StartAsync();
        _server = _site.Mail.Add("Work", "ann@example.org");
    }

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData(100, ZoomStep.Bigger, 110)]
    [InlineData(100, ZoomStep.Smaller, 90)]
    [InlineData(200, ZoomStep.Bigger, 200)]
    [InlineData(90, ZoomStep.Smaller, 90)]
    [InlineData(150, ZoomStep.Normal, 100)]
    public void Each_step_is_one_size(int from, ZoomStep step, int to) => Assert.Equal(to, ChangeZoom.After(from, step));

    [Fact]
    public async Task It_is_remembered_for_text_and_for_the_frame_and_leads_back_to_the_message()
    {
        var (text, html) = (await KeyAsync(Letter.Plain("hello")), await KeyAsync(Letter.Rich(10)));
        await _site.Browser.GetAsync("/");

        var done = await _site.Browser.SwapAsync("/messages/zoom", ("zoom", "bigger"), ("next", $"/message/{text}"));

        Assert.Equal($"/message/{text}", done.Header("Pannier-Next"));
        Assert.Contains("class=\"messages-text\" data-zoom=\"110\"", (await _site.FragmentAsync($"/message/{text}")).Body, StringComparison.Ordinal);
        var page = (await _site.FragmentAsync($"/message/{html}?form=html")).Body;
        var start = page.IndexOf("/view/", StringComparison.Ordinal);
        var frame = await _site.Browser.GetAsync(page[start..page.IndexOf('"', start)]);
        Assert.Contains("@media screen{body{zoom:1.1}}", frame.Body, StringComparison.Ordinal);
    }

    private Task<MessageKey> KeyAsync(byte[] message) => _site.Mail.KeyAsync("Work", "INBOX", _server.Find("INBOX").Add(message, new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero)));
}
