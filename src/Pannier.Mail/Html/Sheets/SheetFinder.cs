using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Pannier.Mail.Html.Sheets;

/// <summary>Finds a document's style elements, and the classes and ids its elements have. What a reader never sees has no say.</summary>
internal sealed class SheetFinder
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<IElement> _sheets = [];

    /// <summary>As selectors write them: <c>.class</c>, <c>#id</c>.</summary>
    public IReadOnlySet<string> Names => _names;

    public IReadOnlyList<IElement> Sheets => _sheets;

    public static SheetFinder In(IHtmlDocument document)
    {
        var finder = new SheetFinder();
        INode? node = document.DocumentElement;
        while (node is not null)
        {
            // Without calls into calls: a document may be deep.
            var next = node is IElement element && finder.Enter(element) ? node.FirstChild : null;
            while (next is null && node is not null && node != document.DocumentElement)
            {
                next = node.NextSibling;
                node = node.Parent;
            }

            node = next;
        }

        return finder;
    }

    /// <summary>False when what the element holds does not count.</summary>
    private bool Enter(IElement element)
    {
        if (element.NamespaceUri != NamespaceNames.HtmlUri) return false;
        if (element.LocalName is "style")
        {
            if (element.GetAttribute("type") is null or "" || element.GetAttribute("type")!.Trim().Equals("text/css", StringComparison.OrdinalIgnoreCase)) _sheets.Add(element);
            return false;
        }

        if (element.LocalName is not "head" && AllowedElements.FateOf(element.LocalName) is not ElementFate.Unwrapped && AllowedElements.Find(element.LocalName) is null) return false;

        foreach (var name in (element.GetAttribute("class") ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) _names.Add("." + name);
        if (element.GetAttribute("id") is { Length: > 0 } id) _names.Add("#" + id);
        return true;
    }
}
