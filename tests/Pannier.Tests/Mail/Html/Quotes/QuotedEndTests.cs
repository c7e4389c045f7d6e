using System.Text;
using Pannier.Mail.Html;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Html.Quotes;

public sealed class QuotedEndTests
{
    private const string Label = "Quoted text";
    private const string Long = "Did the harbour master answer you about the moorings on the east side? We ought to know before the winter storms begin, and the lamps are still in the shed, behind the ladder, where nobody looks.";

    private static readonly HtmlSanitizer Patient = new(new SanitizeBudget { Time = TimeSpan.FromMinutes(1) }, TimeProvider.System);

    private static IReadOnlyList<Case> Answers { get; } = CaseFile.Read("Mail/Html/Quotes/quotes.txt");

    public static TheoryData<string> Names => [.. Answers.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names), DisableDiscoveryEnumeration = true)]
    public async Task Folds_what_each_program_quotes_and_leaves_what_was_written(string name)
    {
        var html = await HtmlAsync(Answers.Single(one => one.Name == name).Text);

        var (before, fold) = Cut(html);
        Assert.Matches("Yes, Tuesday|Fine with|I have asked|Please see|Sounds good|I will come|Of course", before);
        Assert.DoesNotContain("Jon", before, StringComparison.Ordinal);
        Assert.Contains("east side", fold.Replace("harbour office", "east side", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("Mira", fold, StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_are_written_as_they_were()
    {
        var all = new StringBuilder();
        foreach (var one in Answers) all.Append("# ").Append(one.Name).Append('\n').Append(await HtmlAsync(one.Text)).Append("\n\n");

        Golden.Match(all.ToString(), "Mail/Html/quotes.html");
    }

    [Theory]
    [InlineData("below", "<p>Hello</p><blockquote type=cite><p>{0}</p></blockquote><p>My answer.</p>")]
    [InlineData("in between", "<p>Hello</p><blockquote type=cite><p>{0}</p></blockquote><p>First answer.</p><blockquote type=cite><p>{0}</p></blockquote>")]
    [InlineData("in between, Gmail", "<div>Hello</div><div class=gmail_quote>On Monday Jon wrote:<blockquote class=gmail_quote>{0}</blockquote><div>My answer.</div><blockquote class=gmail_quote>{0}</blockquote></div>")]
    [InlineData("passed on, Gmail", "<div>Look at this.</div><div class=gmail_quote><div class=gmail_attr>---------- Forwarded message ---------</div><p>{0}</p></div>")]
    [InlineData("nothing else", "<div><br></div><blockquote type=cite><p>{0}</p></blockquote>")]
    [InlineData("nothing else to be seen", "<div style='display:none'>A preview of it</div><blockquote type=cite><p>{0}</p></blockquote>")]
    [InlineData("short", "<p>Hello</p><blockquote type=cite><p>Lunch?</p></blockquote>")]
    [InlineData("somebody's words", "<p>As the poet says:</p><blockquote><p>{0}</p></blockquote>")]
    [InlineData("a rule of its own", "<p>Hello</p><div style='border-top:solid #ccc 1px;padding:10px'><p>{0}</p></div>")]
    public async Task Leaves_open_what_is_to_be_read(string what, string markup) =>
        Assert.False((await HtmlAsync(markup.Replace("{0}", Long, StringComparison.Ordinal))).Contains("<details", StringComparison.Ordinal), what);

    [Fact]
    public async Task Folds_no_newsletter()
    {
        foreach (var one in CaseFile.Read("Mail/Html/Newsletters/newsletters.txt"))
            Assert.False((await HtmlAsync(one.Text)).Contains("<details", StringComparison.Ordinal), one.Name);
    }

    [Fact]
    public async Task Nothing_is_folded_unless_asked()
    {
        foreach (var one in Answers) Assert.DoesNotContain("<details", await Clean.HtmlAsync(one.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sender_can_neither_fold_nor_dress_the_fold()
    {
        var html = await HtmlAsync("<style>summary{color:red} details{color:blue} p{color:green}</style><details open><summary>Quoted text</summary><p>Pay here</p></details>");
        var done = await DoneAsync("<style>summary{color:red} details p{color:blue} p{color:green}</style>" + Answers[0].Text);

        Assert.DoesNotContain("<details", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<summary", html, StringComparison.Ordinal);
        var sheet = done.Html.SheetFor(ViewTheme.Auto);
        Assert.Contains("#008000", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("summary", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("details", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_label_is_text() =>
        Assert.Contains("<summary>&lt;b&gt;</summary>", (await DoneAsync(Answers[0].Text, "<b>")).Html.ToString(), StringComparison.Ordinal);

    [Fact]
    public async Task A_paragraph_around_it_stays_open()
    {
        var html = await HtmlAsync($"<p>Hello<span><object></object></span><b>there <div class=gmail_quote>On Monday:<blockquote>{Long}</blockquote></div></b></p>");

        Assert.Contains("<details><summary>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deep_tree_costs_no_stack() =>
        Assert.IsType<SanitizeResult.Refused>(await Patient.SanitizeAsync(string.Concat(Enumerable.Repeat("<div>", 5_000)) + "<blockquote type=cite>" + Long, new BodyWishes(Clean.NoPictures) { QuoteLabel = Label }, TestContext.Current.CancellationToken));

    private static async Task<string> HtmlAsync(string markup) => (await DoneAsync(markup)).Html.ToString();

    private static async Task<SanitizeResult.Done> DoneAsync(string markup, string label = Label) =>
        Assert.IsType<SanitizeResult.Done>(await Patient.SanitizeAsync(markup, new BodyWishes(Clean.NoPictures) { QuoteLabel = label }, TestContext.Current.CancellationToken));

    private static (string Before, string Fold) Cut(string html)
    {
        var start = html.IndexOf($"<details><summary>{Label}</summary>", StringComparison.Ordinal);
        var end = html.LastIndexOf("</details>", StringComparison.Ordinal);
        Assert.True(start > 0 && end > start, html);
        return (html[..start], html[start..end]);
    }
}
