using Pannier.Mail.Html;

namespace Pannier.Tests.Mail.Html;

public sealed class HostileMarkupTests
{
    public static TheoryData<string> Vectors => HostileMarkup.Vectors;

    [Fact]
    public void The_corpus_stays_large_and_holds_nothing_twice()
    {
        Assert.True(HostileMarkup.All.Count() >= 200, $"{HostileMarkup.All.Count()} vectors");
        Assert.Distinct(HostileMarkup.All);
    }

    [Theory]
    [MemberData(nameof(Vectors), DisableDiscoveryEnumeration = true)]
    public async Task Nothing_but_the_allowed_comes_through(string markup)
    {
        var result = await Clean.ResultAsync(markup);

        if (result is SanitizeResult.Done done) Allowed.OnlyIn(done.Html.ToString());
        else Assert.Contains("frameset", markup, StringComparison.Ordinal); // only a page without a body is refused
    }

    [Theory]
    [MemberData(nameof(Vectors), DisableDiscoveryEnumeration = true)]
    public async Task What_is_clean_stays_as_it_is(string markup)
    {
        if (await Clean.ResultAsync(markup) is not SanitizeResult.Done done) return;

        Assert.Equal(done.Html.ToString(), await Clean.HtmlAsync(done.Html.ToString()));
    }

    [Theory]
    [MemberData(nameof(Vectors), DisableDiscoveryEnumeration = true)]
    public async Task Works_inside_other_markup_as_it_does_alone(string markup)
    {
        foreach (var around in (string[])["<table><tr><td>{0}", "<ul><li><p>{0}", "<a href=https://a.example/>{0}", "<svg>{0}", "<select>{0}", "<pre>{0}", "<h1><b>{0}"])
            if (await Clean.ResultAsync(around.Replace("{0}", markup)) is SanitizeResult.Done done)
                Allowed.OnlyIn(done.Html.ToString());
    }

    [Theory]
    [MemberData(nameof(Vectors), DisableDiscoveryEnumeration = true)]
    public async Task Another_sanitiser_finds_nothing_left_to_remove(string markup)
    {
        if (await Clean.ResultAsync(markup) is not SanitizeResult.Done done) return;

        Assert.Empty(Oracle.Removes(done.Html.ToString()));
    }

    [Theory]
    [MemberData(nameof(Vectors), DisableDiscoveryEnumeration = true)]
    public void Becomes_text_without_complaint(string markup)
    {
        var text = HtmlToText.Convert(markup);

        Assert.DoesNotContain("evil.example/x.js", text, StringComparison.Ordinal);
    }
}
