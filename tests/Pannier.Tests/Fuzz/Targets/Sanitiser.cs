using System.Text.RegularExpressions;
using Pannier.Mail.Html;

namespace Pannier.Tests.Fuzz.Targets;

/// <summary>HTML mail: what comes out holds nothing that runs or fetches, and reads the same when it is made safe again.</summary>
internal sealed partial class Sanitiser : IFuzzTarget
{
    private static readonly Dictionary<string, string> Cids = new(StringComparer.Ordinal) { ["pic@x"] = "/view/box.1" };
    private readonly HtmlSanitizer _sanitizer = new(new SanitizeBudget { Time = TimeSpan.FromMinutes(1) }, TimeProvider.System); // the work is bounded by size here

    public IReadOnlyList<string> Samples { get; } =
    [
        "<p>Hello <b>there</b>, <a href=\"https://example.org/x?y=1&amp;z=2\">look</a></p>",
        "<html><head><style>p { color: red; background: url(//t.example/x) } @media (max-width:600px) { td { width:100% } }</style></head><body><p style=\"color:#123;margin:0 auto\">x</p></body></html>",
        "<table width=\"600\" bgcolor=#ffffff><tr><td align=center valign='top'><img src=\"cid:pic@x\" width=10 height=10 alt=\"a picture\"><font face=Arial size=2>News</font></td></tr></table>",
        "<div><svg><style><img src=x onerror=alert(1)></style></svg><math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\"></table></mtext></math></div>",
        "<ul><li>one<li>two<ol start=3><li>three</ol></ul><blockquote type=cite>said<br>before</blockquote><pre>  a\n b</pre><hr>",
        "<form action=x><input autofocus onfocus=alert(1)><noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript></form><plaintext>the rest",
    ];

    public IReadOnlyList<string> Words { get; } =
    [
        "<script>", "</script>", "<style>", "</style>", "<svg>", "<math>", "<template>", "<!--", "-->", "<![CDATA[", "]]>", "<base href=//e.example>", "<meta http-equiv=refresh content=0>", " onerror=alert(1)", " style=\"",
        "url(", "expression(", "@import '//e.example'", "javascript:", "data:text/html,x", "cid:pic@x", "https://e.example/", "//e.example/", "&colon;", "&Tab;", "position:fixed", "<table>", "</table>", "<p>", "<a href=", "<img src=", "<font color=",
    ];

    public async Task TryAsync(byte[] input)
    {
        if (await _sanitizer.SanitizeAsync(IFuzzTarget.Text(input), Cids, CancellationToken.None) is not SanitizeResult.Done { Html: var html }) return;

        var once = html.ToString();
        var bare = Text().Replace(once, "");
        Assert.DoesNotMatch(Dangerous(), bare);
        foreach (Match address in Address().Matches(bare)) Assert.Equal("/view/box.1", address.Groups[1].Value);
        var again = Assert.IsType<SanitizeResult.Done>(await _sanitizer.SanitizeAsync(once, new Dictionary<string, string>(), CancellationToken.None));
        Assert.DoesNotMatch(Dangerous(), Text().Replace(again.Html.ToString(), ""));
    }

    /// <summary>Whatever stands in a tag; text between tags may say anything.</summary>
    [GeneratedRegex("<(?:script|style|svg|math|iframe|object|embed|form|input|base|meta|link|template|noscript|video|audio|source)\\b|<[^>]*\\s(?:on[a-z]+|srcset|background|formaction|xlink:href|ping)\\s*=|<[^>]*(?:url\\(|expression\\(|javascript:|vbscript:|data:)", RegexOptions.IgnoreCase)]
    private static partial Regex Dangerous();

    /// <summary>Quoted text of attributes that only name things, which may say anything too.</summary>
    [GeneratedRegex(" (?:alt|title|href)=\"[^\"]*\"")]
    private static partial Regex Text();

    [GeneratedRegex(" (?:src|background|poster)=\"([^\"]*)\"")]
    private static partial Regex Address();
}
