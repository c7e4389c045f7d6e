using Pannier.Mail.Html;
using Pannier.Mail.Text;

namespace Pannier.Tests.Mail.Html;

public sealed class LinkNamesTests
{
    [Theory]
    [InlineData("<a href='https://shop.example:8443/x'>x</a>", "data-to=\"shop.example\"")]
    [InlineData("<a href='https://bücher.example/x'>x</a>", "data-to=\"xn--bcher-kva.example (bücher.example)\"")]
    [InlineData("<a href='mailto:ann@shop.example?subject=x'>x</a>", "data-to=\"mailto:ann@shop.example\"")]
    [InlineData("<a data-to='bank.example' href='https://evil.example/x'>x</a>", "data-to=\"evil.example\"")]
    public async Task Each_link_says_where_it_leads_whatever_its_sender_says(string markup, string said)
    {
        var html = (await DoneAsync(markup, LinkNames.Named)).Html.ToString();

        Assert.Contains(said, html, StringComparison.Ordinal);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(html, "data-to="));
    }

    [Fact]
    public async Task Nothing_is_said_unless_asked() =>
        Assert.DoesNotContain("data-to", (await DoneAsync("<p data-to=x><a data-to='bank.example' href='https://evil.example/x'>x</a></p>", LinkNames.Unnamed)).Html.ToString(), StringComparison.Ordinal);

    [Fact]
    public async Task No_sheet_can_ask_for_it_or_write_over_it()
    {
        var done = await DoneAsync("<style>a::after{content:'bank.example'} a[data-to]{color:red} a:hover::after{display:none} a{color:green}</style><a href='https://evil.example/x'>x</a>", LinkNames.Named);

        var sheet = done.Html.SheetFor(ViewTheme.Auto);
        Assert.Contains("#008000", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("after", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("data-to", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_misleading_link_goes_by_our_page()
    {
        var done = await DoneAsync("<p><a href='https://evil.example/x'><b>bank.example</b></a> <a href='https://shop.example/'>shop.example</a></p>", LinkNames.Named);

        Assert.Contains("<a href=\"https://mail.example/leave?to=https%3A%2F%2Fevil.example%2Fx\" data-to=\"evil.example\"", done.Html.ToString(), StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://shop.example/\" data-to=\"shop.example\"", done.Html.ToString(), StringComparison.Ordinal);
        Assert.Equal(["https://evil.example/x", "https://shop.example/"], done.Links.Select(link => link.Value));
    }

    private static async Task<SanitizeResult.Done> DoneAsync(string markup, LinkNames names) =>
        Assert.IsType<SanitizeResult.Done>(await new HtmlSanitizer(new SanitizeBudget { Time = TimeSpan.FromMinutes(1) }, TimeProvider.System).SanitizeAsync(
            markup,
            new BodyWishes(Clean.NoPictures) { NamesHosts = names, Detour = address => WebUrl.Read("https://mail.example/leave?to=" + Uri.EscapeDataString(address.Value))! }, // it is an address
            TestContext.Current.CancellationToken));
}
