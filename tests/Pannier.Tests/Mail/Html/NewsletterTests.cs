using System.Text;
using Pannier.Mail.Html;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Html;

/// <summary>Honest mail: layout, colours, links and pictures of its own come through, each kind named with what has to stay of it.</summary>
public sealed class NewsletterTests
{
    private static readonly Dictionary<string, string> Pictures = new() { ["logo@shop.example"] = "/view/logo" };

    private static IReadOnlyList<Case> Cases { get; } = CaseFile.Read("Mail/Html/Newsletters/newsletters.txt");

    public static TheoryData<string> Names => [.. Cases.Select(one => one.Name)];

    [Fact]
    public void There_are_many_kinds_and_none_twice()
    {
        Assert.True(Cases.Count >= 60, $"{Cases.Count} newsletters");
        Assert.Distinct(Cases.Select(one => one.Name));
    }

    [Theory]
    [MemberData(nameof(Names), DisableDiscoveryEnumeration = true)]
    public async Task Keeps_what_it_is_read_for(string name)
    {
        var (keep, markup) = Parts(Cases.Single(one => one.Name == name));

        var done = await Clean.DoneAsync(markup, Pictures);

        Allowed.OnlyIn(done.Html.ToString(), "/view/logo");
        Allowed.OnlyRulesIn(done.Html.SheetFor(ViewTheme.Auto));
        var document = ViewDocument.Render(done.Html, ViewTheme.Auto);
        foreach (var piece in keep) Assert.Contains(piece, document, StringComparison.Ordinal);
        Assert.Equal(0, done.BlockedOther);
    }

    [Fact]
    public async Task All_are_written_as_they_were()
    {
        var all = new StringBuilder();
        foreach (var one in Cases)
        {
            var done = await Clean.DoneAsync(Parts(one).Markup, Pictures);
            all.Append("# ").Append(one.Name).Append('\n').Append(done.Html.SheetFor(ViewTheme.Auto)).Append(done.Html).Append("\n\n");
        }

        Golden.Match(all.ToString(), "Mail/Html/newsletters.html");
    }

    private static (IReadOnlyList<string> Keep, string Markup) Parts(Case one)
    {
        var end = one.Text.IndexOf('\n', StringComparison.Ordinal);
        return (one.Text["keep: ".Length..end].Split(" | "), one.Text[(end + 1)..]);
    }
}
