using Pannier.Mail;
using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Messages;

/// <summary>A message that the page fetches before the person opens it.</summary>
public sealed class AheadTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Then = new(2020, 2, 3, 4, 5, 6, TimeSpan.Zero);
    private MailSite _site = null!; // made before each test
    private FakeServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await MailSite.StartAsync();
        _server = _site.Mail.Add("Work", "ann@example.org");
    }

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task It_is_not_marked_as_read_before_it_is_shown()
    {
        var key = await DeliverAsync();

        var page = await _site.FragmentAsync($"/message/{key}?ahead=on");

        Assert.Equal(200, (int)page.Status);
        Assert.Contains("data-mark-read=\"0\"", page.Body, StringComparison.Ordinal);
        Assert.False(Seen());
        await _site.Browser.GetAsync("/");
        Assert.Equal(200, (int)(await _site.Browser.SwapAsync("/messages/act", ("message", key.ToString()), ("act", "mark-read"))).Status);
        Assert.True(Seen());
    }

    [Fact]
    public async Task Opened_by_the_person_it_is()
    {
        var page = await _site.FragmentAsync($"/message/{await DeliverAsync()}");

        Assert.DoesNotContain("data-mark-read", page.Body, StringComparison.Ordinal);
        Assert.True(Seen());
    }

    private async Task<MessageKey> DeliverAsync() => await _site.Mail.KeyAsync("Work", "INBOX", _server.Find("INBOX").Add(Letter.Plain("hello"), Then));

    private bool Seen() => _server.Find("INBOX").Messages.Values.Single().Keywords.HasFlag(Keywords.Seen);
}
