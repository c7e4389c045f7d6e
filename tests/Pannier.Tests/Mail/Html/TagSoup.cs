using CsCheck;

namespace Pannier.Tests.Mail.Html;

/// <summary>Random markup: tags of every kind opened, closed and crossed, attributes of every kind, text, comments and noise.</summary>
internal static class TagSoup
{
    private static readonly string[] Names =
    [
        "a", "b", "i", "font", "nobr", "p", "div", "h1", "h2", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "td", "th", "tbody", "caption", "colgroup", "col",
        "pre", "xmp", "blockquote", "center", "address", "form", "button", "select", "option", "svg", "math", "mtext", "mglyph", "title", "style", "script", "foreignObject",
        "desc", "template", "noscript", "iframe", "textarea", "img", "br", "hr", "input", "object", "marquee", "applet", "span", "html", "head", "body", "frameset", "x-y",
        "o:p", "plaintext", "ruby", "rt", "rp", "fieldset", "details", "summary", "dialog", "menu", "listing", "image", "label", "wbr", "annotation-xml",
    ];

    private static readonly string[] Attributes =
    [
        "", " href=https://a.example/", " href=javascript:x", " style='color:red;background:url(x)'", " style=\"margin:1px;position:fixed\"", " title='</p>--><b>'", " onclick=x",
        " src=https://evil.example/x", " src=cid:x", " align=center width=5", " id=a class=b", " style='display:none'", " encoding=text/html", " '\"", " hidden", " color=red",
        " type=hidden", " bgcolor=blue/",
    ];

    private static readonly string[] Texts =
        ["x", " ", "\n", "&lt;", "&amp;#60;", "<", ">", "</", "<!--", "-->", "<![CDATA[", "]]>", "<!", "<?", "\"", "'", "&nbsp;", "\0", "\uD800", "👋", "&#13;", "<3", "=", "]]>-->"];

    public static Gen<string> Any { get; } = Gen.OneOf(
            Gen.Select(Among(Names), Among(Attributes), (name, attribute) => $"<{name}{attribute}>"),
            Gen.Select(Among(Names), Among(Attributes), (name, attribute) => $"<{name}{attribute}>"),
            Among(Names).Select(name => $"</{name}>"),
            Among(Texts))
        .Array[0, 40].Select(parts => string.Concat(parts));

    private static Gen<string> Among(string[] words) => Gen.Int[0, words.Length - 1].Select(at => words[at]);
}
