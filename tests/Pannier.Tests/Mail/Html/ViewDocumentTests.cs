using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Parser;
using Pannier.Mail.Html;

namespace Pannier.Tests.Mail.Html;

public sealed class ViewDocumentTests
{
    [Fact]
    public async Task Holds_the_body_as_it_was_written()
    {
        var html = (await Clean.DoneAsync("<p>Hello</p>\n<pre>\n\nx</pre> ")).Html;

        var document = ViewDocument.RenderWithScript(html, ViewTheme.Auto);

        Assert.Equal(html.ToString(), new HtmlParser().ParseDocument(document).Body!.InnerHtml);
        Assert.StartsWith("<!doctype html><html><head><meta charset=\"utf-8\">", document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_no_referrer_resolves_no_name_and_opens_links_elsewhere()
    {
        var head = new HtmlParser().ParseDocument(ViewDocument.Render((await Clean.DoneAsync("x")).Html, ViewTheme.Auto)).Head!;

        Assert.NotNull(head.QuerySelector("meta[name=referrer][content=no-referrer]"));
        Assert.NotNull(head.QuerySelector("meta[http-equiv=x-dns-prefetch-control][content=off]"));
        Assert.Equal("_blank", head.QuerySelector("base")!.GetAttribute("target"));
        Assert.False(head.QuerySelector("base")!.HasAttribute("href"));
        Assert.Single(head.QuerySelectorAll("style"));
        Assert.Empty(head.QuerySelectorAll("script, link"));
    }

    [Fact]
    public async Task The_one_script_is_the_one_the_policy_names()
    {
        var document = new HtmlParser().ParseDocument(ViewDocument.RenderWithScript((await Clean.DoneAsync("<script>alert(1)</script>")).Html, ViewTheme.Auto));

        var script = Assert.Single(document.Scripts);
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script.Text)));
        Assert.Equal($"'sha256-{hash}'", ViewDocument.ScriptHash);
        Assert.Equal(ViewDocument.Script, script.Text);
    }

    [Fact]
    public void The_script_reads_no_text_and_reaches_nothing()
    {
        foreach (var word in (string[])["innerHTML", "textContent", "innerText", "fetch", "XMLHttpRequest", "import", "cookie", "location", "getSelection", "querySelector", "\r", "</", "<!--"])
            Assert.DoesNotContain(word, ViewDocument.Script, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x", ViewTheme.Auto, "light dark")]
    [InlineData("x", ViewTheme.Dark, "dark")]
    [InlineData("x", ViewTheme.Light, "only light")]
    [InlineData("<p style='color:black'>x", ViewTheme.Auto, "only light")]
    [InlineData("<p style='background:white'>x", ViewTheme.Dark, "only light")]
    public async Task Mail_with_colours_of_its_own_stays_on_light_paper(string markup, ViewTheme theme, string scheme)
    {
        var document = new HtmlParser().ParseDocument(ViewDocument.Render((await Clean.DoneAsync(markup)).Html, theme));

        Assert.Equal(scheme, document.QuerySelector("meta[name=color-scheme]")!.GetAttribute("content"));
    }
}
