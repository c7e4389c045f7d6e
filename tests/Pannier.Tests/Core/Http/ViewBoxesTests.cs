using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Pannier.Core.Http;

namespace Pannier.Tests.Core.Http;

public class ViewBoxesTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void The_url_opens_the_box()
    {
        var boxes = Boxes(new ReadingOptions());

        var url = boxes.Put("text/html; charset=utf-8", "<p>hi"u8);
        var content = boxes.Open(url[(url.LastIndexOf('/') + 1)..]);

        Assert.StartsWith("http://localhost:8080/view/", url, StringComparison.Ordinal);
        Assert.Equal("text/html; charset=utf-8", content?.MediaType);
        Assert.Equal("<p>hi", Encoding.UTF8.GetString(content!.Bytes.Span));
    }

    [Fact]
    public void A_host_of_its_own_serves_views_where_the_site_names_one() =>
        Assert.StartsWith("https://view.example.org/view/", Boxes(new ReadingOptions { RenderUrl = "https://view.example.org/" }).Put("image/png", [1]), StringComparison.Ordinal);

    [Fact]
    public void Another_boxs_key_opens_nothing()
    {
        var boxes = Boxes(new ReadingOptions());
        var (one, two) = (Capability(boxes.Put("text/html", "1"u8)), Capability(boxes.Put("text/html", "2"u8)));

        Assert.Null(boxes.Open($"{one.Split('.')[0]}.{two.Split('.')[1]}"));
        Assert.Null(boxes.Open(one.Split('.')[0]));
        Assert.Null(boxes.Open("nothing.here"));
        Assert.Null(boxes.Open("x." + one.Split('.')[1]));
    }

    [Fact]
    public void A_box_is_filled_once_since_its_key_seals_one_content()
    {
        var boxes = Boxes(new ReadingOptions());
        var ticket = boxes.Reserve();
        boxes.Fill(ticket, "text/html", "first"u8);

        Assert.Throws<InvalidOperationException>(() => boxes.Fill(ticket, "text/html", "second"u8));

        Assert.Equal("first", Encoding.UTF8.GetString(boxes.Open(Capability(ticket.Url))!.Bytes.Span));
    }

    [Fact]
    public async Task Who_asks_for_what_is_on_its_way_waits_for_it()
    {
        var boxes = Boxes(new ReadingOptions());
        var (comes, fails) = (boxes.Expect(), boxes.Expect());
        var (first, second) = (boxes.OpenAsync(Capability(comes.Url), TestContext.Current.CancellationToken), boxes.OpenAsync(Capability(fails.Url), TestContext.Current.CancellationToken));
        Assert.False(first.IsCompleted || second.IsCompleted);

        boxes.Fill(comes, "image/png", "x"u8);
        boxes.GiveUp(comes);
        boxes.GiveUp(fails);

        Assert.Equal("image/png", (await first)?.MediaType);
        Assert.Null(await second);
        Assert.Null(await boxes.OpenAsync(Capability(fails.Url), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_on_its_way_and_never_comes_is_waited_for_no_longer_than_20_seconds()
    {
        var boxes = Boxes(new ReadingOptions());
        var waiting = boxes.OpenAsync(Capability(boxes.Expect().Url), TestContext.Current.CancellationToken);

        _clock.Advance(TimeSpan.FromSeconds(21));

        Assert.Null(await waiting);
    }

    [Fact]
    public void A_box_is_gone_after_two_minutes()
    {
        var boxes = Boxes(new ReadingOptions());
        var capability = Capability(boxes.Put("text/html", "1"u8));

        _clock.Advance(TimeSpan.FromSeconds(121));

        Assert.Null(boxes.Open(capability));
    }

    [Fact]
    public void The_oldest_boxes_make_room()
    {
        var boxes = Boxes(new ReadingOptions());
        var first = Capability(boxes.Put("image/png", new byte[100 * 1024 * 1024]));
        _clock.Advance(TimeSpan.FromSeconds(1));
        var second = Capability(boxes.Put("image/png", new byte[100 * 1024 * 1024]));
        _clock.Advance(TimeSpan.FromSeconds(1));

        boxes.Put("image/png", new byte[100 * 1024 * 1024]);

        Assert.Null(boxes.Open(first));
        Assert.NotNull(boxes.Open(second));
    }

    private ViewBoxes Boxes(ReadingOptions reading) => new(_clock, Options.Create(new SiteOptions { PublicOrigins = ["http://localhost:8080"] }), Options.Create(reading));

    private static string Capability(string url) => url[(url.LastIndexOf('/') + 1)..];
}
