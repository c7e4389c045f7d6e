using System.Buffers;
using System.Text;
using Pannier.Mail.Html.Values;

namespace Pannier.Mail.Html;

/// <summary>The one place where a tree becomes markup (HTML §13.3, double-quoted attributes, all end tags written).</summary>
internal static class HtmlWriter
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"\u00A0");

    public static string Write(BodyTree tree)
    {
        var target = new StringBuilder(16 * 1024);
        foreach (var node in tree.Children) Write(node, target);
        return target.ToString();
    }

    /// <summary>The attributes of an element as written, not yet encoded; what is always written on links included.</summary>
    public static IReadOnlyList<WrittenAttribute> AttributesOf(Element element)
    {
        if (element.Attributes.Count == 0 && element.Classes.Count == 0 && element.Style.Count == 0 && element.Tag is not Tag.A) return [];

        var written = new List<WrittenAttribute>(element.Attributes.Count + 4);
        foreach (var attribute in element.Attributes) written.Add(new(attribute.Name.Name, attribute.Value.ToString()));
        if (element.Classes.Count > 0) written.Add(new("class", string.Join(' ', element.Classes)));
        if (element.Style.Count > 0) written.Add(new("style", StyleOf(element)));
        if (element.Tag is not Tag.A) return written;

        written.Add(new("target", "_blank"));
        written.Add(new("rel", "noopener noreferrer nofollow"));
        return written;
    }

    private static void Write(Node node, StringBuilder target)
    {
        if (node is Element element) Write(element, target);
        else if (node is TextNode text) Encode(text.Text, target);
    }

    private static void Write(Element element, StringBuilder target)
    {
        var name = AllowedElements.NameOf(element.Tag);
        target.Append('<').Append(name);
        foreach (var attribute in element.Written)
        {
            target.Append(' ').Append(attribute.Name).Append("=\"");
            Encode(attribute.Value, target);
            target.Append('"');
        }

        target.Append('>');
        if (AllowedElements.Is(element.Tag, ElementTraits.Void)) return;

        // The parser swallows one line feed after <pre>.
        if (element is { Tag: Tag.Pre, Children: [TextNode { Text: ['\n', ..] }, ..] }) target.Append('\n');
        foreach (var child in element.Children) Write(child, target);
        target.Append("</").Append(name).Append('>');
    }

    private static string StyleOf(Element element)
    {
        var style = new StringBuilder(64);
        foreach (var declaration in element.Style)
        {
            if (style.Length > 0) style.Append(';');
            style.Append(declaration.Property.Name).Append(':');
            declaration.Value.WriteTo(style);
        }

        return style.ToString();
    }

    private static void Encode(ReadOnlySpan<char> text, StringBuilder target)
    {
        while (text.IndexOfAny(Special) is >= 0 and var at)
        {
            target.Append(text[..at]).Append(text[at] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                _ => "&nbsp;",
            });
            text = text[(at + 1)..];
        }

        target.Append(text);
    }
}
