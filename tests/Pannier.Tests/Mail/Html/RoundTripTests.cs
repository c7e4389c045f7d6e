using AngleSharp.Html.Parser;
using Pannier.Mail.Html;

namespace Pannier.Tests.Mail.Html;

/// <summary>Trees that the builder does not make, to see the last line of defence hold without it.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void Holds_for_what_reads_as_written() =>
        Assert.True(Holds(Of(Tag.P, new TextNode("a < b"), Of(Tag.B, new TextNode(" ")), Of(Tag.Br)), new TextNode("\n")));

    [Fact]
    public void Fails_where_a_parser_closes_what_we_meant_open() =>
        Assert.False(Holds(Of(Tag.P, Of(Tag.Div, new TextNode("x")))));

    [Fact]
    public void Fails_where_a_parser_moves_content_out_of_a_table() =>
        Assert.False(Holds(Of(Tag.Table, Of(Tag.Div))));

    [Fact]
    public void Fails_where_a_parser_adds_what_we_left_out() =>
        Assert.False(Holds(Of(Tag.Table, Of(Tag.Tr))));

    [Fact]
    public void Fails_where_text_changes() =>
        Assert.False(Holds(new TextNode("a\rb")));

    [Fact]
    public void Fails_where_text_runs_together() =>
        Assert.False(Holds(new TextNode("a"), new TextNode("b")));

    [Fact]
    public void Fails_where_an_attribute_stands_twice()
    {
        var title = AllowedAttributes.Read(Tag.P, "title", "x")!;

        Assert.True(Holds(new Element(Tag.P, [title], [], [])));
        Assert.False(Holds(new Element(Tag.P, [title, title], [], [])));
    }

    [Theory]
    [InlineData("<p title=\"y\"></p>")]
    [InlineData("<p></p>")]
    [InlineData("<p title=\"x\" lang=\"en\"></p>")]
    [InlineData("<p title=\"x\">z</p>")]
    [InlineData("<p title=\"x\"></p><p></p>")]
    [InlineData("<!-- --><p title=\"x\"></p>")]
    [InlineData("")]
    public void Fails_for_any_other_reading(string other)
    {
        var tree = new BodyTree([new Element(Tag.P, [AllowedAttributes.Read(Tag.P, "title", "x")!], [], [])], Palette.Readers, 0, 0);

        Assert.False(RoundTrip.Holds(tree, new HtmlParser().ParseDocument("<!doctype html><body>" + other).Body!));
    }

    private static Element Of(Tag tag, params Node[] children) => new(tag, [], [], children);

    private static bool Holds(params Node[] nodes)
    {
        var tree = new BodyTree(nodes, Palette.Readers, 0, 0);
        return RoundTrip.Holds(tree, new HtmlParser().ParseDocument(ViewDocument.Frame(SanitizedHtml.Of(tree))).Body!);
    }
}
