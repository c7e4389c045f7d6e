using Pannier.Mail.Text;
using Pannier.Mail.Tracking;

namespace Pannier.Tests.Mail.Tracking;

public sealed class CutLinkTests
{
    [Theory]
    [InlineData("https://shop.example/a?utm_source=news&utm_medium=email", "https://shop.example/a")]
    [InlineData("https://shop.example/a?id=7&utm_source=news", "https://shop.example/a?id=7")]
    [InlineData("https://shop.example/a?UTM_Source=x&id=7&fbclid=y#part", "https://shop.example/a?id=7#part")]
    [InlineData("https://shop.example/?mc_eid=1&mc_cid=2&q=a%20b+c&gclid=3", "https://shop.example/?q=a%20b+c")]
    [InlineData("https://shop.example/a?mkt_tok=abc", "https://shop.example/a")]
    [InlineData("https://shop.example/a?_hsenc=p2&_hsmi=1&x=%2F", "https://shop.example/a?x=%2F")]
    [InlineData("https://shop.example/a?gclid", "https://shop.example/a")]
    public void Cuts_what_only_counts_and_leaves_the_rest_as_it_was(string sent, string cut) =>
        Assert.Equal((sent.Replace("UTM_Source", "UTM_Source", StringComparison.Ordinal), cut), CutLink.Of(WebUrl.Read(sent)!) is { } link ? (link.Original.Value, link.Cut.Value) : default);

    [Theory]
    [InlineData("https://shop.example/a")]
    [InlineData("https://shop.example/a?id=7")]
    [InlineData("https://shop.example/utm_source=x")]
    [InlineData("https://shop.example/?q=utm_source")]
    [InlineData("https://shop.example/#utm_source=x")]
    [InlineData("https://shop.example/?autm_source=x&fbclidx=1")]
    [InlineData("https://shop.example/?")]
    public void Leaves_alone_what_holds_nothing_of_the_kind(string sent) => Assert.Null(CutLink.Of(WebUrl.Read(sent)!));
}
