using Pannier.Tests.Support;

namespace Pannier.Tests.Modules.Push;

/// <summary>The stream of events as the site serves it.</summary>
public sealed class EventsOverHttpTests : IAsyncLifetime
{
    private TestSite _site = null!;
    private TestBrowser _ann = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        _ann = await _site.RegisteredAsync("ann");
    }

    public async ValueTask DisposeAsync()
    {
        _ann.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task It_begins_at_once_and_ends_when_the_person_signs_out()
    {
        using var client = new HttpClient { BaseAddress = _site.Address };
        client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", _ann.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        using var reply = await client.GetAsync(new Uri("/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancellation);
        Assert.Equal(("text/event-stream", "no-store"), (reply.Content.Headers.ContentType!.ToString(), reply.Headers.CacheControl!.ToString()));
        using var lines = new StreamReader(await reply.Content.ReadAsStreamAsync(Cancellation));
        Assert.StartsWith("id: ", await lines.ReadLineAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal("event: here", await lines.ReadLineAsync(Cancellation));

        Assert.Equal(303, (await _ann.PostAsync("/sign-out")).Status);

        await lines.ReadToEndAsync(Cancellation); // to its end, in good order
    }

    [Theory]
    [InlineData("/events?after=garbage")]
    [InlineData("/events?after=00000000000000000000000000000000.x")]
    [InlineData("/events?surprise=1")]
    [InlineData("/events/arrived?message=garbage")]
    public async Task What_cannot_be_read_is_refused(string path) => Assert.Equal(400, (await _ann.GetAsync(path)).Status);

    [Fact]
    public async Task A_stranger_hears_nothing()
    {
        using var stranger = _site.Browser();

        Assert.Equal(303, (await stranger.GetAsync("/events")).Status);
    }
}
