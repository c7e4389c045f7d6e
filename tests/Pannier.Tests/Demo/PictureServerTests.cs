using System.Net;
using Pannier.Demo;
using Pannier.Demo.Seed;
using Pannier.Mail.Net;
using Pannier.Mail.Pictures;

namespace Pannier.Tests.Demo;

public sealed class PictureServerTests
{
    [Fact]
    public async Task Has_every_picture_of_the_postcards_and_remembers_who_asked()
    {
        await using var provider = await DemoProvider.StartAsync(new DemoOptions(), TimeProvider.System, TestContext.Current.CancellationToken);
        using var http = new EgressHttp(new Egress(new WebEgressOptions { Allow = [$"127.0.0.1:{provider.PicturePort}"] }, TimeProvider.System), TimeProvider.System);
        var letter = MimeKit.MimeMessage.Load(new MemoryStream(DemoSeed.Postcards(DateTimeOffset.UnixEpoch, provider.PicturePort).Raw), TestContext.Current.CancellationToken);
        var addresses = letter.HtmlBody!.Split('"').Where(text => text.StartsWith($"http://127.0.0.1:{provider.PicturePort}/", StringComparison.Ordinal)).ToList();

        var sizes = new List<int>();
        foreach (var address in addresses) sizes.Add(RasterPicture.Read((await http.GetAsync(new Uri(address), 1_000_000, TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken)).Content.Span)?.Width ?? 0);
        var missing = await http.GetAsync(new Uri($"http://127.0.0.1:{provider.PicturePort}/nothing"), 1_000, TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal([8, 40, 536, 536, 1], sizes);
        Assert.Equal(HttpStatusCode.NotFound, missing.Status);
        Assert.Equal(["/paper.png", "/logo.png", "/sea/kvarnholm.png", "/sea/nordsand.png", "/opened.png", "/nothing"], provider.PicturesAsked);
    }
}
