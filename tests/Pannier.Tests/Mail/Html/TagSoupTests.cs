using CsCheck;
using Pannier.Mail.Html;

namespace Pannier.Tests.Mail.Html;

public sealed class TagSoupTests
{
    private static readonly Dictionary<string, string> Pictures = new() { ["x"] = "/view/x" };

    [Fact]
    public Task Tag_soup_is_never_shown_but_clean_and_stays_as_it_is() => TagSoup.Any.SampleAsync(async soup =>
    {
        if (await Clean.ResultAsync(soup, Pictures) is not SanitizeResult.Done done) return;

        var html = done.Html.ToString();
        Allowed.OnlyIn(html, "/view/x");
        if (!html.Contains("/view/x")) Assert.Equal(html, await Clean.HtmlAsync("<!doctype html><body>" + html));
        Assert.True(html.Length < 4000 + (soup.Length * 40), soup);
    }, iter: 3000);

    [Fact]
    public Task Tag_soup_is_hardly_ever_ambiguous() => TagSoup.Any.SampleAsync(async soup =>
        Assert.True(await Clean.ResultAsync(soup) is not SanitizeResult.Refused { Reason: SanitizeRefusal.Ambiguous }, soup), iter: 3000);

    [Fact]
    public void Tag_soup_always_becomes_text() => TagSoup.Any.Sample(soup =>
    {
        var text = HtmlToText.Convert(soup);

        Assert.True(text.Length <= 200 + (soup.Length * 30), soup);
    }, iter: 3000);
}
