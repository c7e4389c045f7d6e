using System.Net.Http.Headers;
using System.Text;
using Pannier.Core.Http.Reports;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Http.Reports;

/// <summary>Reports of what a browser refused: read, cut to what is nobody's business, and bounded in size and number.</summary>
public sealed class CspReportTests
{
    private const string Old = """
        {"csp-report":{"document-uri":"https://mail.example.org/mail/0011223344556677?q=secret","violated-directive":"script-src-elem 'self'","effective-directive":"script-src-elem","blocked-uri":"https://evil.example/x.js?token=secret","source-file":"https://mail.example.org/site-abc.js","line-number":12,"script-sample":"secret"}}
        """;

    private const string New = """
        [{"type":"deprecation","body":{}},{"type":"csp-violation","url":"https://mail.example.org/settings/x","body":{"documentURL":"https://mail.example.org/settings/x","effectiveDirective":"img-src","blockedURL":"data","disposition":"enforce"}}]
        """;

    [Fact]
    public void Both_forms_are_read_and_cut()
    {
        Assert.Equal(new CspReport("script-src-elem", "https://evil.example", "/mail", "/:12"), Assert.Single(Read(Old)));
        Assert.Equal(new CspReport("img-src", "data", "/settings", ""), Assert.Single(Read(New)));
        Assert.DoesNotContain("secret", string.Concat(Read(Old)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1, null, {\"type\":\"csp-violation\"}, {\"type\":7,\"body\":{}}]")]
    [InlineData("[[[[[[[[[[[[[[]]]]]]]]]]]]]]")]
    public void What_is_none_is_left_out(string body) => Assert.Empty(Read(body));

    [Theory]
    [InlineData("""{"csp-report":7}""")]
    [InlineData("""{"csp-report":{"document-uri":7,"effective-directive":["x"],"blocked-uri":{},"line-number":1e99}}""")]
    [InlineData("""{"csp-report":{"effective-directive":"x\nfail: forged","blocked-uri":"ja vascript:1","document-uri":"about:blank","source-file":"data:,x","line-number":"1"}}""")]
    public void What_makes_no_sense_is_not_repeated(string body) => Assert.All(Read(body), report => Assert.Matches("^[a-z?/:-]*$", report.Directive + report.Blocked + report.Page + report.Source));

    [Fact]
    public async Task Pages_name_the_route_and_it_tells_the_log()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = site.Browser();
        var page = await browser.GetAsync("/sign-in");
        Assert.Contains("report-uri /csp-report; report-to csp", page.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("csp=\"/csp-report\"", page.Header("Reporting-Endpoints"));

        Assert.Equal(204, await SendAsync(browser, Old, "application/csp-report"));
        Assert.Equal(204, await SendAsync(browser, New, "application/reports+json"));

        Assert.Contains(site.Log.Lines, line => line.Contains("made it refuse script-src-elem https://evil.example on /mail", StringComparison.Ordinal));
        Assert.Contains(site.Log.Lines, line => line.Contains("made it refuse img-src data on /settings", StringComparison.Ordinal));
        Assert.DoesNotContain(site.Log.Lines, line => line.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_small_and_seldom()
    {
        await using var site = await TestSite.StartAsync();
        using var browser = site.Browser();
        Assert.Equal(415, await SendAsync(browser, Old, "text/plain"));
        Assert.Equal(413, await SendAsync(browser, new string(' ', 20_000), "application/csp-report"));
        Assert.Equal(413, await SendAsync(browser, "", "application/csp-report"));
        for (var i = 0; i < 10; i++) Assert.Equal(204, await SendAsync(browser, "{}", "application/csp-report"));

        Assert.Equal(429, await SendAsync(browser, "{}", "application/csp-report"));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(204, await SendAsync(browser, "{}", "application/csp-report"));
    }

    private static IReadOnlyList<CspReport> Read(string body) => CspReport.Read(Encoding.UTF8.GetBytes(body), 5);

    private static async Task<int> SendAsync(TestBrowser browser, string body, string type)
    {
        using var content = new StringContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        var reply = await browser.SendAsync(HttpMethod.Post, "/csp-report", content);
        Assert.Empty(reply.Body);
        Assert.Null(reply.Header("Set-Cookie"));
        return reply.Status;
    }
}
