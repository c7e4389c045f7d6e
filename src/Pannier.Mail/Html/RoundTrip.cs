using AngleSharp.Dom;

namespace Pannier.Mail.Html;

/// <summary>
/// Whether what was written is read as it was meant: <c>parse(write(tree)) == tree</c>. Where a browser would read another tree
/// than we wrote, an attacker has found a second meaning, and the message is shown as text.
/// </summary>
internal static class RoundTrip
{
    /// <param name="body">The body parsed from the markup as the frame document holds it.</param>
    public static bool Holds(BodyTree tree, IElement body) => SameChildren(tree.Children, body);

    private static bool SameChildren(IReadOnlyList<Node> nodes, INode parsed)
    {
        var child = parsed.FirstChild;
        foreach (var node in nodes)
        {
            if (child is null || !Same(node, child)) return false;
            child = child.NextSibling;
        }

        return child is null;
    }

    private static bool Same(Node node, INode parsed) => (node, parsed) switch
    {
        (TextNode text, IText read) => text.Text == read.Data,
        (Element element, IElement read) =>
            read.NamespaceUri == NamespaceNames.HtmlUri
            && read.LocalName == AllowedElements.NameOf(element.Tag)
            && SameAttributes(element, read)
            && SameChildren(element.Children, read),
        _ => false,
    };

    private static bool SameAttributes(Element element, IElement parsed)
    {
        foreach (var attribute in element.Written)
            if (parsed.GetAttribute(attribute.Name) != attribute.Value) return false;

        return element.Written.Count == parsed.Attributes.Length;
    }
}
