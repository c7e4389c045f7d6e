using Pannier.Mail.Html;

namespace Pannier.Tests.Mail.Html;

public sealed class HtmlToTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a  b\n c", "a b c")]
    [InlineData("<p>a</p><p>b</p>", "a\n\nb")]
    [InlineData("a<br>b<br><br>c", "a\nb\n\nc")]
    [InlineData("<div>a</div><div>b</div>", "a\nb")]
    [InlineData("<ul><li>a<li>b</ul>c", "- a\n- b\n\nc")]
    [InlineData("<ol start=3><li>a<li>b<ul><li>x</ul></ol>", "3. a\n4. b\n  - x")]
    [InlineData("<li>a", "- a")]
    [InlineData("</ul></ol>x", "x")]
    [InlineData("<blockquote>a<p>b</p></blockquote>c", "> a\n>\n> b\n\nc")]
    [InlineData("<blockquote><blockquote>a</blockquote></blockquote>", ">> a")]
    [InlineData("x</blockquote></blockquote>y", "x\ny")]
    [InlineData("<pre>a\n  b</pre>c", "a\n  b\n\nc")]
    [InlineData("<pre>\n  a\r\n</pre>", "  a")]
    [InlineData("<p>a</p><p>&nbsp;</p><p>b</p>", "a\n\nb")]
    [InlineData("</pre>a  b", "a b")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr><tr><td>c</table>", "a b\nc")]
    [InlineData("<a href=https://x.example/>Shop</a>!", "Shop <https://x.example/>!")]
    [InlineData("<a href='https://x.example/'>https://x.example</a>", "https://x.example")]
    [InlineData("<a href=https://x.example/>Shop", "Shop <https://x.example/>")]
    [InlineData("<a href=https://x.example/></a>y", "y")]
    [InlineData("<a href=javascript:x>y</a>", "y")]
    [InlineData("<img alt='A &amp; B' src=x><img src=y>", "[A & B]")]
    [InlineData("a<hr>b", "a\n----------\nb")]
    [InlineData("&lt;b&gt; &amp;lt; &euro; &#x1F44B; &nope;", "<b> &lt; € 👋 &nope;")]
    [InlineData("a<!-- <b>x</b> -->b<!doctype x>c<?y?>d", "abcd")]
    [InlineData("<style>x</style><script>y</script><title>z</title>a<STYLE>b</style >c", "ac")]
    [InlineData("1 < 2 <3 <", "1 < 2 <3 <")]
    [InlineData("<p title='a>b'>c</p><p title=\"it's\">d", "c\n\nd")]
    [InlineData("<p title='x>y", "y")]
    [InlineData("<p", "")]
    [InlineData("a<script>b", "a")]
    [InlineData("a<div style='display:none'>b<div>c</div></div>d<br style=display:none>e", "ade")]
    [InlineData("a<span style='display:none'>b", "a")]
    [InlineData("a&nbsp;&nbsp;b&nbsp;", "a  b")]
    public void Reads_as_a_person_would(string markup, string text) =>
        Assert.Equal(text, HtmlToText.Convert(markup));

    [Fact]
    public void Ends_where_it_has_written_enough() =>
        Assert.InRange(HtmlToText.Convert(string.Concat(Enumerable.Repeat(new string('>', 10) + "<blockquote>x<br>", 200_000))).Length, 100, HtmlToText.MostWritten * 2);

    [Theory]
    [InlineData("a", "")]
    [InlineData("href=x", "x")]
    [InlineData("a=b href=\"x y\" c", "x y")]
    [InlineData("a='href=z' / HREF = 'x'", "x")]
    [InlineData("=href href=x", "x")]
    [InlineData("href='x", "x")]
    [InlineData("href=", "")]
    [InlineData("href", "")]
    public void Finds_an_attribute(string attributes, string value) =>
        Assert.Equal(value, TagScanner.Find(attributes, "href").ToString());
}
