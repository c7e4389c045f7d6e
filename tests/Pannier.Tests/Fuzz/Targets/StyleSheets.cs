using Pannier.Mail.Html;
using Pannier.Mail.Html.Sheets;
using Pannier.Tests.Mail.Html;

namespace Pannier.Tests.Fuzz.Targets;

/// <summary>Style sheets: what is kept are rules for the message's own elements, and reads the same when it is read again.</summary>
internal sealed class StyleSheets : IFuzzTarget
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal) { ".a", ".b", "#c", ".sm:w-full", ".ü" };

    public IReadOnlyList<string> Samples { get; } =
    [
        "p,td.a,#c > a:hover{color:red;padding:1px 2px}",
        "@media only screen and (max-width: 600px), print { .a .b { width:100% !important; display:block!important } }",
        "@media (prefers-color-scheme:dark){body{background:#000}*{color:#fff}}@media (400px<=width<=800px){td{opacity:.5}}",
        "<!-- /* x */ @import url(//evil.example); @font-face{font-family:x;src:url(x)} p{font:12px/1 'A b',serif;background:url(x) red} -->",
        "table[class=\"a\"] td:first-child,.sm\\:w-full,.\\fc{border:1px solid #ccc;margin:0 auto;font-family:\"}\",Arial}",
        "td{font-family:'vArial',url}", // a font's name may be any word
        "html,body.a{margin:0}:root p{visibility:hidden;overflow:auto}p{--x:1;color:var(--x)}",
    ];

    public IReadOnlyList<string> Words { get; } =
    [
        "url(", "@import '//e.example';", "@media ", "@supports(x:y){", "@keyframes k{", "expression(", "/*", "*/", "<!--", "-->", "</style>", "{", "}", ";", ":", "!important", "\\", "\\7d ", "'", "::before", ":hover", ":has(", "[href^=a]", "[class=a]",
        ".a", "#c", "body", "html", "*", ">", "+", "~", ",", "position:fixed", "z-index:9", "content:attr(x)", "display:none", "color:red", "(max-width:1px)", " and ", "not ", "only screen", "prefers-color-scheme", "width<=1px", "body>div ", "m1",
    ];

    public Task TryAsync(byte[] input)
    {
        var names = new SheetNames(Names);
        if (new SheetReader(SheetOrigin.Sender, new(new SanitizeBudget()), names).Read(IFuzzTarget.Text(input), null) is not { } groups) return Task.CompletedTask;

        var sheet = new StyleSheet(groups);
        Assert.True(SheetRoundTrip.Holds(sheet, SheetWriter.Write(sheet), new HashSet<string>()), "it reads as it was written");
        foreach (var theme in Enum.GetValues<ViewTheme>()) Allowed.OnlyRulesIn(SheetWriter.Write(sheet.For(theme)));
        Assert.True(names.Count <= Names.Count, "no name is numbered that no element has");
        return Task.CompletedTask;
    }
}
