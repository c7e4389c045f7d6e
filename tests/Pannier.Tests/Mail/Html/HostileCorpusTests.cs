using Pannier.Mail.Html;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Html;

/// <summary>The corpus in <c>Hostile/</c>: whatever a case tries, nothing of it fetches, runs, or reaches what is not the message's.</summary>
public sealed class HostileCorpusTests
{
    /// <summary>All that is not shown as HTML at all; whatever else would be is a fault of ours.</summary>
    private static readonly string[] Refused =
    [
        "frames", "in a frame set", "a frame set after the body", // pages without a body
        "nested two hundred deep", "nested beyond the parser's own limit", "nested svg and math", "nested lists and tables", // too deep
    ];

    public static TheoryData<string, string, string> Fetching => Cases("fetching-elements", "fetching-styles");

    public static TheoryData<string, string, string> Running => Cases("script-elements", "script-handlers", "script-mutations");

    public static TheoryData<string, string, string> All => [.. Fetching, .. Running];

    [Fact]
    public void The_corpus_stays_large_and_each_case_names_its_source()
    {
        Assert.True(Fetching.Count >= 250, $"{Fetching.Count} that fetch");
        Assert.True(Running.Count >= 450, $"{Running.Count} that run");
        foreach (var (name, source, markup) in All.Select(row => row.Data))
            Assert.True(name.Length > 0 && source.Length > 2 && markup.Length > 0, name);
        Assert.Distinct(All.Select(row => row.Data.Item1));
    }

    [Theory]
    [MemberData(nameof(All), DisableDiscoveryEnumeration = true)]
    public async Task Nothing_but_the_allowed_comes_through(string name, string source, string markup)
    {
        var result = await Clean.ResultAsync(markup);

        if (result is SanitizeResult.Done done) Check(done);
        else Assert.Contains(name, Refused);
        Assert.NotEmpty(source);
    }

    [Theory]
    [MemberData(nameof(All), DisableDiscoveryEnumeration = true)]
    public async Task Nor_does_it_from_within_other_markup(string name, string source, string markup)
    {
        foreach (var around in (string[])["<table><tr><td>{0}", "<p><a href=https://a.example/>{0}", "<svg><desc>{0}", "<style>p{color:red}</style><div class=a>{0}"])
            if (await Clean.ResultAsync(around.Replace("{0}", markup)) is SanitizeResult.Done done)
                Check(done);
        Assert.NotEmpty(name + source);
    }

    [Theory]
    [MemberData(nameof(Fetching), DisableDiscoveryEnumeration = true)]
    public async Task No_address_of_another_host_is_left_but_in_links(string name, string source, string markup)
    {
        if (await Clean.ResultAsync(markup) is not SanitizeResult.Done done) return;

        var document = ViewDocument.RenderWithScript(done.Html, ViewTheme.Auto);
        foreach (var link in new AngleSharp.Html.Parser.HtmlParser().ParseDocument(document).QuerySelectorAll("[href]"))
            document = document.Replace(AngleSharp.Text.StringExtensions.HtmlEncode(link.GetAttribute("href")!, System.Text.Encoding.UTF8), "", StringComparison.Ordinal);
        Assert.DoesNotMatch("(?:src|srcset|background|style)=\"[^\"]*evil|url\\(", document);
        Assert.NotEmpty(name + source);
    }

    private static void Check(SanitizeResult.Done done)
    {
        Allowed.OnlyIn(done.Html.ToString());
        foreach (var theme in Enum.GetValues<ViewTheme>()) Allowed.OnlyRulesIn(done.Html.SheetFor(theme));
        Assert.Empty(Oracle.Removes(done.Html.ToString()));
    }

    private static TheoryData<string, string, string> Cases(params string[] files)
    {
        var data = new TheoryData<string, string, string>();
        foreach (var one in files.SelectMany(file => CaseFile.Read($"Mail/Html/Hostile/{file}.txt"))) data.Add(one.Name, one.Source, one.Text);
        return data;
    }
}
