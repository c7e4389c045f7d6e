using Pannier.Mail.Html;

namespace Pannier.Tests.Mail.Html;

public sealed class MisleadingLinksTests
{
    [Theory]
    [InlineData("https://evil.example/x", "https://bank.example/login", "bank.example", "evil.example")]
    [InlineData("https://evil.example/x", " <b>www.</b><i>bank.example</i> ", "www.bank.example", "evil.example")]
    [InlineData("https://evil.example/x", "bank.com", "bank.com", "evil.example")]
    [InlineData("https://evil.example/x", "bank.de/konto", "bank.de", "evil.example")]
    [InlineData("https://bank.example.evil.example/", "bank.example", "bank.example", "bank.example.evil.example")]
    [InlineData("https://192.0.2.1/", "http://bank.example", "bank.example", "192.0.2.1")]
    [InlineData("https://xn--bnk-hla.example/", "https://bank.example", "bank.example", "xn--bnk-hla.example")]
    public async Task Finds_a_link_that_shows_another_host_than_it_leads_to(string leads, string text, string shown, string host) =>
        Assert.Equal([new MisleadingLink(shown, host)], await FindAsync($"<p>see <a href=\"{leads}\">{text}</a>"));

    [Theory]
    [InlineData("https://bank.example/x", "https://bank.example/login")]
    [InlineData("https://click.bank.example/x", "www.bank.example")]
    [InlineData("https://bank.co.uk/x", "www.bank.co.uk")]
    [InlineData("https://bank.example/x", "https://BANK.example.")]
    [InlineData("https://evil.example/x", "Click here")]
    [InlineData("https://evil.example/x", "your bank.example account")]
    [InlineData("https://evil.example/x", "report.pdf")]
    [InlineData("https://evil.example/x", "main.rs")]
    [InlineData("https://evil.example/x", "v2.10")]
    [InlineData("mailto:a@evil.example", "bank.example")]
    [InlineData("https://evil.example/x", "ann@bank.example")]
    public async Task Takes_no_honest_link_for_one(string leads, string text) => Assert.Empty(await FindAsync($"<a href=\"{leads}\">{text}</a>"));

    [Fact]
    public async Task Each_is_told_once_and_not_without_end()
    {
        Assert.Single(await FindAsync(string.Concat(Enumerable.Repeat("<a href=\"https://evil.example/\">bank.example</a>", 20))));
        Assert.Equal(10, (await FindAsync(string.Concat(Enumerable.Range(0, 20).Select(at => $"<a href=\"https://evil{at}.example/\">bank.example</a>")))).Count);
    }

    private static async Task<IReadOnlyList<MisleadingLink>> FindAsync(string html) =>
        Assert.IsType<SanitizeResult.Done>(await new HtmlSanitizer().SanitizeAsync(html, new Dictionary<string, string>(StringComparer.Ordinal), TestContext.Current.CancellationToken)).Misleading;
}
