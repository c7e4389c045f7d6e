using System.Reflection;
using Pannier.Mail.Html;

namespace Pannier.Tests.Mail.Html;

public sealed class HtmlSanitizerTests
{
    [Theory]
    [InlineData("<p>Hello <b>world</b></p>", "<p>Hello <b>world</b></p>")]
    [InlineData("a < b & c > d \"e\" &nbsp;", "a &lt; b &amp; c &gt; d &quot;e&quot; &nbsp;")]
    [InlineData("<P ALIGN=Center>x", "<p align=\"center\">x</p>")]
    [InlineData("<a href='HTTPS://Example.COM/A b?q=<x>#F'>x</a>", "<a href=\"https://example.com/A%20b?q=%3Cx%3E#F\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">x</a>")]
    [InlineData("<a href='https://bücher.example'>x</a>", "<a href=\"https://xn--bcher-kva.example/\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">x</a>")]
    [InlineData("<a href='https://ok.example/a%2fb?sig=%41'>x</a>", "<a href=\"https://ok.example/a%2fb?sig=%41\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">x</a>")]
    [InlineData("<a href=javascript:x title=t>x</a>", "<span title=\"t\">x</span>")]
    [InlineData("<blink>x</blink>", "x")]
    [InlineData("<acronym>x</acronym><menu><li>y</menu><xmp><b></xmp>", "<abbr>x</abbr><ul><li>y</li></ul><pre>&lt;b&gt;</pre>")]
    [InlineData("<form><fieldset><legend>x</legend></fieldset></form>", "<section><section><div>x</div></section></section>")]
    [InlineData("<pre>\n\n x</pre>", "<pre>\n\n x</pre>")]
    [InlineData("<table>\n<tr>\n<td nowrap colspan=2>x</table>", "<table><tbody><tr><td nowrap=\"\" colspan=\"2\">x</td></tr></tbody></table>")]
    [InlineData("x<!-- c -->y", "xy")]
    [InlineData("<ol type=A start=3 reversed><li value=4>x</ol>", "<ol type=\"A\" start=\"3\" reversed=\"\"><li value=\"4\">x</li></ol>")]
    [InlineData("<font color=red face='Arial, \"Segoe UI\"' size=+2>x</font>", "<font color=\"#ff0000\" face=\"'Arial','Segoe UI'\" size=\"+2\">x</font>")]
    [InlineData("<table bgcolor=fff width=50% cellpadding=0 role=presentation><tr><td>x</table>", "<table bgcolor=\"#ffffff\" width=\"50%\" cellpadding=\"0\" role=\"presentation\"><tbody><tr><td>x</td></tr></tbody></table>")]
    [InlineData("<body bgcolor=#eeeeee text=black style='margin:0'>x", "<div style=\"color:#000000;background-color:#eeeeee;margin:0\">x</div>")]
    [InlineData("<html lang=de style='margin:1px;color:red'><body lang=en style='color:blue'>x", "<div lang=\"en\" style=\"margin:1px;color:#0000ff\">x</div>")]
    [InlineData("<html lang=de dir=ltr><body>x", "<div lang=\"de\" dir=\"ltr\">x</div>")]
    public async Task Writes_what_is_allowed_in_one_form(string markup, string expected) =>
        Assert.Equal(expected, await Clean.HtmlAsync(markup));

    [Theory]
    [InlineData("<p><table><tr><td>x</table></p>", "<div style=\"margin:1em 0\"><table><tbody><tr><td>x</td></tr></tbody></table></div>")]
    [InlineData("<p style='color:red'><button><p>x</p></button></p>", "<div style=\"margin:1em 0;color:#ff0000\"><p>x</p></div>")]
    [InlineData("<p style='margin:2px'><table></table>", "<div style=\"margin:2px\"><table></table></div>")]
    [InlineData("<table><form action=x><tr><td>x<input></form></table>", "<table><tbody><tr><td>x</td></tr></tbody></table>")]
    [InlineData("<table><pre><td>x", "<pre></pre><div></div><div></div><div>x</div><table></table>")]
    [InlineData("<h1><form><h2>x</h2></form></h1>", "<h1><section><h2>x</h2></section></h1>")]
    [InlineData("<h1><button><h2>x</h2></button></h1>", "<h1><div>x</div></h1>")]
    [InlineData("<ul><li><button><li>x</button></ul>", "<ul><li><div>x</div></li></ul>")]
    [InlineData("<dl><dt><button><dd>x</button></dl>", "<dl><dt><div>x</div></dt></dl>")]
    [InlineData("<a href=https://a.example/><object></object><marquee><a href=https://b.example/>x</a></marquee></a>",
        "<a href=\"https://a.example/\" target=\"_blank\" rel=\"noopener noreferrer nofollow\"><span>x</span></a>")]
    public async Task Keeps_a_tree_that_reads_as_it_is_written(string markup, string expected) =>
        Assert.Equal(expected, await Clean.HtmlAsync(markup));

    [Theory]
    [InlineData("color: RED !important", "color:#ff0000")]
    [InlineData("color:rgb(1, 2, 3)", "color:#010203")]
    [InlineData("color:rgba(255 0 0 / 50%)", "color:#ff000080")]
    [InlineData("color:#abcd", "color:#aabbccdd")]
    [InlineData("color:lightgrey;color:LightSlateGrey", "color:#778899")]
    [InlineData("background:#fff url(https://evil.example/x) no-repeat", "background-color:#ffffff")]
    [InlineData("background:rgb(1, 2, 3)", "background-color:#010203")]
    [InlineData("border:solid windowtext 1.0pt", "border:solid windowtext 1pt")]
    [InlineData("padding:1px 2pt 3em 4%", "padding:1px 2pt 3em 4%")]
    [InlineData("margin:0 auto", "margin:0 auto")]
    [InlineData("width:600", "width:600px")]
    [InlineData("width:33.3333%", "width:33.333%")]
    [InlineData("width:12.px;height:.5em;max-width:+7px", "width:12px;height:0.5em;max-width:7px")]
    [InlineData("line-height:1.5;font-weight:700", "line-height:1.5;font-weight:700")]
    [InlineData("line-height:150%;font:12px Arial", "line-height:150%")]
    [InlineData("border:1px solid #ccc;border-top:none", "border:1px solid #cccccc;border-top:none")]
    [InlineData("font-family:Arial, 'Helvetica Neue', -apple-system, SANS-SERIF", "font-family:'Arial','Helvetica Neue',-apple-system,sans-serif")]
    [InlineData("font-family:'x(y)',Arial", "font-family:'Arial'")]
    [InlineData("padding:0;padding-left:5px;padding:1px", "padding-left:5px;padding:1px")]
    [InlineData("/* a */color:red/* b */;/* c", "color:#ff0000")]
    [InlineData("text-decoration:underline line-through", "text-decoration:underline line-through")]
    [InlineData("color:transparent;border-color:red currentColor", "color:transparent;border-color:#ff0000 currentcolor")]
    public async Task Reads_css_into_values_and_writes_the_values(string style, string expected) =>
        Assert.Equal($"<p style=\"{expected}\">x</p>", await Clean.HtmlAsync($"<p style=\"{style}\">x</p>"));

    [Theory]
    [InlineData("color:#12345")]
    [InlineData("color:hsl(0 0% 0%)")]
    [InlineData("color:rgb(a,b,c)")]
    [InlineData("width:-1px")]
    [InlineData("width:1e3px")]
    [InlineData("width:50vw")]
    [InlineData("width:5001px")]
    [InlineData("width:1000%")]
    [InlineData("width:99999999999999999999999999999999999px")]
    [InlineData("width:px")]
    [InlineData("line-height:11")]
    [InlineData("font-family:'(',\"/\"")]
    [InlineData("padding:1px 2px 3px 4px 5px")]
    [InlineData("margin:-4px")]
    [InlineData("position:fixed")]
    [InlineData("color:re\\64")]
    [InlineData("color:red;color:url(x")]
    [InlineData("")]
    public async Task Drops_css_it_cannot_read(string style) =>
        Assert.Contains(await Clean.HtmlAsync($"<p style=\"{style}\">x</p>"), (string[])["<p>x</p>", "<p style=\"color:#ff0000\">x</p>"]);

    [Fact]
    public async Task Drops_a_style_too_long_to_be_honest() =>
        Assert.Equal("<p>x</p>", await Clean.HtmlAsync($"<p style=\"color:red;{new string('x', 17_000)}\">x</p>"));

    [Theory]
    [InlineData("display:none")]
    [InlineData("visibility:hidden")]
    [InlineData("opacity:0")]
    [InlineData("max-height:0px;overflow:hidden")]
    [InlineData("color:red;DISPLAY : NONE !important")]
    public async Task Leaves_out_what_the_sender_hides(string style) =>
        Assert.Equal("seen", await Clean.HtmlAsync($"<div style='{style}'>preheader</div><p hidden>x</p><img style='{style}' src=x alt=y>seen"));

    [Theory]
    [InlineData("display:none;display:block")]
    [InlineData("height:0")]
    [InlineData("overflow:hidden")]
    public async Task Shows_what_is_not_hidden_after_all(string style) =>
        Assert.Contains("seen", await Clean.HtmlAsync($"<div style='{style}'>seen</div>"), StringComparison.Ordinal);

    [Fact]
    public async Task Shows_pictures_of_the_message_itself_by_the_given_address()
    {
        var html = await Clean.HtmlAsync(
            "<img src=cid:logo@x width=10 alt=Logo><img src=' CID:a%40b '>",
            new Dictionary<string, string> { ["logo@x"] = "/view/1.k", ["a@b"] = "https://view.example/2.k" });

        Assert.Equal("<img src=\"/view/1.k\" width=\"10\" alt=\"Logo\"><img src=\"https://view.example/2.k\">", html);
        Allowed.OnlyIn(html, "/view/1.k", "https://view.example/2.k");
    }

    [Theory]
    [InlineData("//evil.example/x")]
    [InlineData("javascript:x")]
    [InlineData("view/1")]
    [InlineData("/view/\"x")]
    [InlineData("")]
    public Task A_caller_who_gives_no_view_address_made_a_mistake(string address) =>
        Assert.ThrowsAsync<ArgumentException>(() => Clean.ResultAsync("<img src=cid:x>", new Dictionary<string, string> { ["x"] = address }));

    [Theory]
    [InlineData("<img src=https://x.example/a.png alt='A cat'>", "A cat")]
    [InlineData("<img src=https://x.example/a.png>", "▨")]
    [InlineData("<img src=cid:gone@x alt=Logo>", "Logo")]
    [InlineData("<img alt=Chart>", "Chart")]
    public async Task Says_in_words_which_picture_is_not_shown(string markup, string words) =>
        Assert.Equal($"<span style=\"border:1px dotted;padding:0 4px;font-size:small\">{words}</span>", await Clean.HtmlAsync(markup));

    [Theory]
    [InlineData("<img src=https://x.example/a.png alt=''>")]
    [InlineData("<img src=https://x.example/a.gif width=1 height=1>")]
    [InlineData("<img src=https://x.example/a.gif height=0 alt=x>")]
    public async Task Says_nothing_of_pictures_nobody_would_see(string markup) =>
        Assert.Equal("", await Clean.HtmlAsync(markup));

    [Theory]
    [InlineData("<img src=https://x.example/a.png>", 1, 0)]
    [InlineData("<table background=//x.example/a.png><tr><td style='background:url(https://x.example/b)'>x</table>", 2, 0)]
    [InlineData("<style>@import 'x'; p{background:url(//x)}</style><link rel=stylesheet href=x>", 3, 0)]
    [InlineData("<p>x<style>p{background:url(//x)}</style>", 1, 0)]
    [InlineData("<meta charset=utf-8><title>x</title><p>x", 0, 0)]
    [InlineData("<script>x</script><p onclick=x>y<form action=x></form><svg></svg>", 0, 3)]
    [InlineData("<img src=data:image/png,x><a href=' javascript:x'>y</a>", 0, 2)]
    [InlineData("<a href=https://ok.example/>x</a><img src=cid:x>", 0, 0)]
    [InlineData("<video><source src=https://x.example/v></video>", 1, 1)]
    public async Task Counts_what_it_blocked(string markup, int remote, int other)
    {
        var done = await Clean.DoneAsync(markup);

        Assert.Equal((remote, other), (done.BlockedRemote, done.BlockedOther));
    }

    [Theory]
    [InlineData("<p>x</p>", Palette.Readers)]
    [InlineData("<p style='border:1px solid red'>x</p>", Palette.Readers)]
    [InlineData("<p style='color:black'>x</p>", Palette.Authors)]
    [InlineData("<table bgcolor=white><tr><td>x</table>", Palette.Authors)]
    [InlineData("<font color=red>x</font>", Palette.Authors)]
    [InlineData("<body bgcolor=white>x", Palette.Authors)]
    [InlineData("<body bgcolor=nonsense!>x", Palette.Readers)]
    public async Task Knows_whether_a_message_brings_its_own_colours(string markup, Palette palette) =>
        Assert.Equal(palette, (await Clean.DoneAsync(markup)).Html.Palette);

    [Fact]
    public async Task Text_comes_through_whole()
    {
        var html = await Clean.HtmlAsync("<p>Grüße 👋🏽 \u0645\u0631\u062D\u0628\u0627 漢字&#13;x\u0007y&#xFFFF;\uD800z</p>");

        Assert.Equal("<p>Grüße 👋🏽 \u0645\u0631\u062D\u0628\u0627 漢字 x y\uFFFD\uFFFDz</p>", html);
    }

    [Fact]
    public void Nobody_can_make_sanitised_html_but_the_writer()
    {
        var constructor = Assert.Single(typeof(SanitizedHtml).GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic));

        Assert.True(constructor.IsPrivate);
        Assert.DoesNotContain(typeof(SanitizedHtml).GetMethods(BindingFlags.Static | BindingFlags.Public), method => method.ReturnType == typeof(SanitizedHtml));
    }
}
