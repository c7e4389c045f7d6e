using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Pannier.Tests.Mail.Html;

/// <summary>Reads sanitised markup again and walks it, with lists of its own: it shares nothing with the sanitiser.</summary>
internal static partial class Allowed
{
    private static readonly HashSet<string> Elements = new(
        ("a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn div dl dt em figcaption figure font "
        + "footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q s samp section small span strike strong sub sup table tbody td "
        + "tfoot th thead tr tt u ul var wbr").Split(' '));

    private static readonly HashSet<string> Attributes = new(
        ("align alt aria-hidden bgcolor border bordercolor cellpadding cellspacing class clear color colspan dir face height href hspace lang noshade nowrap rel "
        + "reversed role rowspan rules scope size span src start style target title type valign value vspace width").Split(' '));

    private static readonly string[] Words =
    [
        "url", "(", ")", "\\", "@", "{", "}", "/*", "expression", "javascript", "behavior", "binding", "var", "position", "z-index", "content", "animation",
        "transform", "cursor", "filter", "float", "!important", "image", "<", "--",
    ];

    private static readonly string[] SheetWords =
    [
        "url", "\\", "/*", "expression", "javascript", "behavior", "binding", "var(", "env(", "calc", "attr", "position", "z-index", "content:", "counter", "animation", "transition",
        ";transform", "{transform", "cursor", "filter", "float", "image", "<", "--", "@import", "@font-face", "@supports", "@container", "@keyframes", "@layer", "@namespace", "@charset", "[", "::",
        ":visited", ":target", ":has", ":not", ":is", ":where", ":-",
    ];

    private const string MediaLine = "^@media ((screen|print|\\((min|max)-(width|height):[0-9.]+[a-z]*\\)|\\(prefers-color-scheme:(light|dark)\\))( and |,)?)+\\{$";
    private const string RuleLine = "^((html>body>div|body>div [a-z0-9*.:])[a-z0-9 >*.:-]*,?)+\\{[^{}]+\\}$";

    /// <summary>Fails on any element, attribute, address or CSS that has no business there.</summary>
    /// <param name="pictures">The only addresses a picture may have.</param>
    public static void OnlyIn(string markup, params string[] pictures)
    {
        var document = new HtmlParser(new HtmlParserOptions { IsScripting = true }).ParseDocument("<!doctype html><body>" + markup);
        Assert.Equal(0, document.Head!.ChildNodes.Length);
        foreach (var node in document.Body!.Descendants())
        {
            if (node is IElement element) Check(element, pictures);
            else Assert.IsAssignableFrom<IText>(node);
        }
    }

    /// <summary>Fails on anything in a message's own style sheet that is not a rule for its own elements, with the same lists.</summary>
    public static void OnlyRulesIn(string sheet)
    {
        sheet = FontName().Replace(sheet, "''"); // whose words mean nothing
        foreach (var word in SheetWords) Assert.DoesNotContain(word, sheet, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(sheet, c => char.IsControl(c) && c != '\n');
        var isOpen = false;
        foreach (var line in sheet.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith('@'))
            {
                Assert.Matches(MediaLine, line);
                Assert.False(isOpen);
                isOpen = true;
            }
            else if (line == "}")
            {
                Assert.True(isOpen);
                isOpen = false;
            }
            else
            {
                Assert.Matches(RuleLine, line);
                foreach (var declaration in line[(line.IndexOf('{', StringComparison.Ordinal) + 1)..^1].Split(';'))
                    Assert.True(declaration == "display:none" || declaration.StartsWith("overflow:", StringComparison.Ordinal) || !Words.Except(["!important"]).Any(word => declaration.Replace("'", "").Replace("text-transform:", "").Contains(word, StringComparison.OrdinalIgnoreCase)), declaration);
            }
        }

        Assert.False(isOpen);
    }

    [GeneratedRegex("'[\\p{L}\\p{Nd} _-]+'")]
    private static partial Regex FontName();

    private static void Check(IElement element, string[] pictures)
    {
        Assert.Equal(NamespaceNames.HtmlUri, element.NamespaceUri);
        Assert.Contains(element.LocalName, Elements);
        foreach (var attribute in element.Attributes)
        {
            Assert.Contains(attribute.LocalName, Attributes);
            Assert.Null(attribute.NamespaceUri);
            Assert.DoesNotContain(attribute.Value, char.IsControl);
            if (attribute.LocalName is "href") CheckLink(element, attribute.Value);
            else if (attribute.LocalName is "src") Assert.Contains(attribute.Value, pictures);
            else if (attribute.LocalName is "class") Assert.Matches("^m[1-9][0-9]*( m[1-9][0-9]*)*$", attribute.Value);
            else if (attribute.LocalName is "style") CheckStyle(attribute.Value);
        }
    }

    private static void CheckLink(IElement element, string address)
    {
        Assert.Equal("a", element.LocalName);
        Assert.Equal("_blank", element.GetAttribute("target"));
        Assert.Equal("noopener noreferrer nofollow", element.GetAttribute("rel"));
        Assert.Matches("^(https?://[a-z0-9._\\[\\]:-]+/|https?://[a-z0-9._\\[\\]:-]+/.*|mailto:.*)$", address);
        Assert.DoesNotContain(address, c => c <= ' ' || c > '~' || "<>\"`{}|\\^".Contains(c));
    }

    private static void CheckStyle(string style)
    {
        var said = style.Replace("'", "").Replace("text-transform:", ""); // of letters, not of boxes
        foreach (var word in Words) Assert.DoesNotContain(word, said, StringComparison.OrdinalIgnoreCase);
    }
}
