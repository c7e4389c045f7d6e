using AngleSharp.Html.Parser;
using Pannier.Mail.Html;
using Pannier.Mail.Html.Sheets;

namespace Pannier.Tests.Mail.Html;

/// <summary>Style elements: what is kept of them, and that nothing else is.</summary>
public sealed class StyleSheetTests
{
    /// <summary>A message in which every name that the cases use is there.</summary>
    private const string Body = "<body class=page><table class='a wide'><tr><td class=b id=c><p class='sm:w-full x'>x<a href=https://a.example/ class=btn>y</a></table>";

    [Theory]
    [InlineData("p{color:red}", "body>div p{color:#ff0000}")]
    [InlineData(".a{color:red}", "body>div .m1{color:#ff0000}")]
    [InlineData("TD.b , #c{color:RED}", "body>div td.m1,body>div .m2.m2.m2{color:#ff0000}")]
    [InlineData(".a .b{width:100%!important}", "body>div .m1 .m2{width:100%!important}")]
    [InlineData("table.a>tbody > tr>td{padding:0}", "body>div table.m1>tbody>tr>td{padding:0}")]
    [InlineData("*{margin:0}", "body>div *{margin:0}")]
    [InlineData("body{margin:0;background:#eee}", "html>body>div{margin:0;background-color:#eeeeee}")]
    [InlineData("html,body.page{color:blue}", "html>body>div,html>body>div.m1{color:#0000ff}")]
    [InlineData("html body p{color:blue}", "html>body>div p{color:#0000ff}")]
    [InlineData("body>table{width:600px}", "html>body>div>table{width:600px}")]
    [InlineData(":root .a{color:red}", "html>body>div .m1{color:#ff0000}")]
    [InlineData("a:hover,a:link{color:red}", "body>div a:hover,body>div a:link{color:#ff0000}")]
    [InlineData("td:first-child{padding:1px}", "body>div td:first-child{padding:1px}")]
    [InlineData(".btn:hover{background-color:red!important}", "body>div .m1:hover{background-color:#ff0000!important}")]
    [InlineData(".sm\\:w-full{width:100%}", "body>div .m1{width:100%}")]
    [InlineData(".sm\\3a w-full{width:100%}", "body>div .m1{width:100%}")]
    [InlineData("table[class=\"a\"],table[class~=wide]{width:100%}", "body>div table.m1,body>div table.m2{width:100%}")]
    [InlineData(".b{display:none;visibility:hidden;opacity:.5;overflow:hidden}", "body>div .m1{display:none;visibility:hidden;opacity:0.5;overflow:hidden}")]
    [InlineData("p{color:red!important;color:blue}", "body>div p{color:#ff0000!important}")]
    [InlineData("p{color:red;color:blue}", "body>div p{color:#0000ff}")]
    [InlineData("p{color:red}td{color:blue}", "body>div p{color:#ff0000}\nbody>div td{color:#0000ff}")]
    [InlineData("<!-- p{color:red} -->", "body>div p{color:#ff0000}")]
    [InlineData("/* a{ */p/**/{/* x */color:/**/red}/* never closed", "body>div p{color:#ff0000}")]
    [InlineData("p{color:red", "body>div p{color:#ff0000}")]
    [InlineData("p{color:red;position:fixed;background:url(x)}", "body>div p{color:#ff0000}")]
    [InlineData("p{font-family:'}'}td{color:red}", "body>div td{color:#ff0000}")]
    [InlineData("p{color:red}}td{color:red}", "body>div p{color:#ff0000}\nbody>div td{color:#ff0000}")]
    [InlineData("p{color:red;&:hover{color:blue}}td{color:red}", "body>div p{color:#ff0000}\nbody>div td{color:#ff0000}")]
    public async Task Keeps_rules_for_the_messages_own_elements(string css, string expected) =>
        Assert.Equal(expected + "\n", await SheetAsync(css));

    [Theory]
    [InlineData("@media (max-width:600px){.a{width:100%}}", "@media (max-width:600px){")]
    [InlineData("@media only screen and (max-width: 480px){.a{width:100%}}", "@media screen and (max-width:480px){")]
    [InlineData("@MEDIA Screen AND (MIN-WIDTH:30em) and (max-height:700px){.a{width:100%}}", "@media screen and (min-width:30em) and (max-height:700px){")]
    [InlineData("@media screen and (max-device-width:480px){.a{width:100%}}", "@media screen and (max-width:480px){")]
    [InlineData("@media (width <= 600px){.a{width:100%}}", "@media (max-width:600px){")]
    [InlineData("@media (600px<width){.a{width:100%}}", "@media (min-width:600px){")]
    [InlineData("@media (400px <= width <= 800px){.a{width:100%}}", "@media (min-width:400px) and (max-width:800px){")]
    [InlineData("@media print{.a{width:100%}}", "@media print{")]
    [InlineData("@media (prefers-color-scheme: dark){.a{width:100%}}", "@media (prefers-color-scheme:dark){")]
    [InlineData("@media print, (orientation:portrait), (max-width:1px){.a{width:100%}}", "@media print,(max-width:1px){")]
    [InlineData("@media(max-width:600px){.a{width:100%}}", "@media (max-width:600px){")]
    public async Task Keeps_conditions_on_size_and_scheme(string css, string expected) =>
        Assert.Equal(expected + "\nbody>div .m1{width:100%}\n}\n", await SheetAsync(css));

    [Theory]
    [InlineData("@media all{.a{width:100%}}")]
    [InlineData("@media{.a{width:100%}}")]
    [InlineData("@media screen, all{.a{width:100%}}")]
    public async Task A_condition_that_always_holds_is_none(string css) =>
        Assert.Equal("body>div .m1{width:100%}\n", await SheetAsync(css));

    [Theory]
    [InlineData("@media (orientation:portrait){p{color:red}}")]
    [InlineData("@media not all and (monochrome){p{color:red}}")]
    [InlineData("@media (-webkit-min-device-pixel-ratio:2){p{color:red}}")]
    [InlineData("@media (resolution:2dppx),(hover:none),(any-pointer:fine){p{color:red}}")]
    [InlineData("@media (max-width:calc(1px + 1px)){p{color:red}}")]
    [InlineData("@media (max-width:-1px){p{color:red}}")]
    [InlineData("@media screen (max-width:1px){p{color:red}}")]
    [InlineData("@media tv{p{color:red}}")]
    [InlineData("@media (max-width:1px){@media (min-width:1px){p{color:red}}}")]
    [InlineData("@import 'https://evil.example/x.css';")]
    [InlineData("@import url(https://evil.example/x.css) screen;")]
    [InlineData("@font-face{font-family:x;src:url(https://evil.example/f)}")]
    [InlineData("@keyframes x{from{color:red}to{color:blue}}")]
    [InlineData("@supports (color:red){p{color:red}}")]
    [InlineData("@container (min-width:1px){p{color:red}}")]
    [InlineData("@layer x{p{color:red}}@scope(p){p{color:red}}@starting-style{p{color:red}}")]
    [InlineData("@property --x{syntax:'<url>';inherits:true;initial-value:url(//evil.example)}")]
    [InlineData("@page{margin:0}@namespace x 'y';@charset 'utf-8';@counter-style x{symbols:'x'}")]
    [InlineData("@media x{@import '//evil.example'}")]
    [InlineData("p::before{content:'x'}p:before,p::first-line{color:red}")]
    [InlineData("a:visited{color:red}p:target,p:has(a),p:not(.a),p:is(a),p:lang(en),p:nth-child(2){color:red}")]
    [InlineData("[href^='https://a']{color:red}p[title]{color:red}[id=c]{color:red}[class^=a]{color:red}[style*=x]{color:red}")]
    [InlineData("input,form,iframe,script,style,head,svg{display:block}")]
    [InlineData(".unknown{color:red}#nobody{color:red}.a .unknown{color:red}")]
    [InlineData("p+p{color:red}p~p{color:red}p||p{color:red}x|p{color:red}")]
    [InlineData("* *{color:red}* html p{color:red}p{}>p{color:red}p>{color:red}")]
    [InlineData("p{background:url(//evil.example)}td{position:fixed;top:0}a{z-index:9}")]
    [InlineData("p{margin:-10px;transform:scale(9);animation:x 1s;transition:all 1s;float:left;cursor:url(x)}")]
    [InlineData("p{counter-increment:x;content:counter(x);content:attr(title);quotes:'x' 'y'}")]
    [InlineData("p{--x:1;color:var(--x);width:env(x);height:calc(1px);width:min(1px)}")]
    [InlineData("p{colo\\72:red;color:re\\64}")]
    [InlineData("p{color:red\\")]
    public async Task Leaves_out_everything_else(string css) => Assert.Equal("", await SheetAsync(css));

    [Fact]
    public async Task Classes_come_through_as_numbers_and_only_where_a_rule_asks_for_them()
    {
        var html = (await Clean.DoneAsync("<style>.a{color:red}#c{color:blue}.gone{color:red}.b{position:fixed}</style><p class='z a b' id=c>x<i id=root class=gone2>y")).Html.ToString();

        Assert.Equal("<div><p class=\"m1 m2\">x<i>y</i></p></div>", html);
    }

    [Fact]
    public async Task What_hides_itself_and_may_be_shown_on_narrow_screens_stays()
    {
        var markup = "<style>@media (max-width:600px){.narrow{display:block!important}.wide{display:none!important}}</style><p class=wide>wide</p><p class=narrow style='display:none;max-height:0'>narrow</p><p style='display:none'>never</p>";

        Assert.Equal("<div><p class=\"m2\">wide</p><p class=\"m1\" style=\"max-height:0;display:none\">narrow</p></div>", await Clean.HtmlAsync(markup));
    }

    [Fact]
    public async Task Sheets_stand_in_their_order_wherever_in_the_message_they_are()
    {
        var done = await Clean.DoneAsync("<style>p{color:red}</style><body><style media='screen and (max-width:9px)'>p{color:blue}</style><div><style type=text/css>i{color:red}</style><style type=text/less>b{color:red}</style><p>x<i>y");

        Assert.Equal("body>div p{color:#ff0000}\n@media screen and (max-width:9px){\nbody>div p{color:#0000ff}\n}\nbody>div i{color:#ff0000}\n", done.Html.SheetFor(ViewTheme.Auto));
    }

    [Theory]
    [InlineData("<template><style>p{color:red}</style></template><p>x")]
    [InlineData("<noscript><style>p{color:red}</style></noscript><p>x")]
    [InlineData("<svg><style>p{color:red}</style></svg><p>x")]
    [InlineData("<math><mtext><style>p{color:red}</style></mtext></math><p>x")]
    [InlineData("<select><style>p{color:red}</style></select><p>x")]
    [InlineData("<xmp><style>p{color:red}</style></xmp><p>x")]
    public async Task A_sheet_where_none_can_stand_is_none(string markup) =>
        Assert.Equal("", (await Clean.DoneAsync(markup)).Html.SheetFor(ViewTheme.Auto));

    [Theory]
    [InlineData(ViewTheme.Auto, "@media (prefers-color-scheme:dark){\nbody>div p{color:#ffffff}\n}\n@media (min-width:9px) and (prefers-color-scheme:light){\nbody>div p{color:#000000}\n}\n", "light dark")]
    [InlineData(ViewTheme.Dark, "body>div p{color:#ffffff}\n", "dark")]
    [InlineData(ViewTheme.Light, "@media (min-width:9px){\nbody>div p{color:#000000}\n}\n", "only light")]
    public async Task A_theme_that_was_chosen_is_not_asked_of_the_device(ViewTheme theme, string sheet, string scheme)
    {
        var done = await Clean.DoneAsync("<style>@media (prefers-color-scheme:dark){p{color:#fff}}@media (prefers-color-scheme:light) and (min-width:9px){p{color:#000}}</style><p style='color:red'>x");

        var document = new HtmlParser().ParseDocument(ViewDocument.Render(done.Html, theme));
        Assert.Equal(Palette.LightAndDark, done.Html.Palette);
        Assert.Equal(sheet, document.QuerySelectorAll("style")[1].TextContent);
        Assert.Equal(scheme, document.QuerySelector("meta[name=color-scheme]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task Too_much_of_a_sheet_leaves_it_out_whole_and_counts_it()
    {
        var budget = new SanitizeBudget { Time = TimeSpan.FromMinutes(1), StyleBytes = 300, StyleRules = 5, StyleSelectors = 8 };
        string[] tooMuch = [new string(' ', 301), string.Concat(Enumerable.Repeat("p{color:red}", 6)), string.Join(',', Enumerable.Repeat("p", 9)) + "{color:red}"];

        foreach (var css in tooMuch)
        {
            var done = Assert.IsType<SanitizeResult.Done>(await new HtmlSanitizer(budget, TimeProvider.System).SanitizeAsync($"<style>p{{color:blue}}</style><style>.a{{color:red}}{css}</style><p class=a>x", Clean.NoPictures, TestContext.Current.CancellationToken));

            Assert.Equal(1, done.StylesLeftOut);
            Assert.Equal("body>div p{color:#0000ff}\n", done.Html.SheetFor(ViewTheme.Auto));
            Assert.Equal("<div><p>x</p></div>", done.Html.ToString());
        }
    }

    [Fact]
    public async Task Large_sheets_are_read_in_bounded_work()
    {
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        foreach (var css in (string[])["{", "}", "(", "/*", "/**/", "\\", "\"", "'\n", "@media ", "@media(", "p{color:red}", "p,", "a b>", ".a", "<!--", ";", "p{;", "@media print{"])
            await Clean.ResultAsync($"<style>{string.Concat(Enumerable.Repeat(css, 250_000 / css.Length))}</style><p class=a>x");

        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(15), $"took {System.Diagnostics.Stopwatch.GetElapsedTime(start)}");
    }

    [Theory]
    [InlineData("body>div p{color:#ff0000}\n", true)]
    [InlineData("body>div p{color:#ff0000}", false)]
    [InlineData("body>div p{color:#ff0000;position:fixed}\n", false)]
    [InlineData("p{color:#ff0000}\n", false)]
    [InlineData("", false)]
    public void The_round_trip_sees_any_other_sheet(string read, bool holds)
    {
        var rule = new StyleRule([new(null, [new(Combinator.Descendant, Tag.P, [], [])])], [new(AllowedCss.Ours("color", "red"), Importance.Normal)]);

        Assert.Equal(holds, SheetRoundTrip.Holds(new([new([], [rule])]), read, new HashSet<string>()));
    }

    private static async Task<string> SheetAsync(string css)
    {
        var done = await Clean.DoneAsync($"<style>{css}</style>{Body}");
        var sheet = done.Html.SheetFor(ViewTheme.Auto);
        Allowed.OnlyIn(done.Html.ToString());
        Allowed.OnlyRulesIn(sheet);
        return sheet;
    }
}
