using AngleSharp.Dom;

namespace Pannier.Mail.Html;

/// <summary>Counts what was left out, for the notice above a message. It decides nothing.</summary>
internal sealed class BlockedCount
{
    public int Remote { get; set; }

    public int Other { get; private set; }

    /// <summary>Counts an element that goes with all it holds.</summary>
    public void Count(IElement element)
    {
        CountAttributes(element);
        if (element.LocalName is "style") Remote += StyleReader.CountFetches(element.TextContent);
        else if (element.LocalName is "link" && element.HasAttribute("href")) Remote++;
        else if (element.NamespaceUri != NamespaceNames.HtmlUri || AllowedElements.FateOf(element.LocalName) is ElementFate.Blocked) Other++;

        // A dropped subtree may be large; its first level says enough.
        for (var child = element.FirstElementChild; child is not null; child = child.NextElementSibling) CountAttributes(child);
    }

    /// <summary>Counts addresses that would have been fetched, handlers, and links that are none.</summary>
    public void CountAttributes(IElement element)
    {
        foreach (var attribute in element.Attributes)
        {
            var name = attribute.LocalName;
            if (name is "src" or "srcset" or "background" or "poster" or "data" or "lowsrc" or "dynsrc" or "longdesc")
            {
                if (attribute.Value.Contains("//", StringComparison.Ordinal)) Remote++;
                else if (IsActive(attribute.Value)) Other++;
            }
            else if (name.StartsWith("on", StringComparison.Ordinal) || (name is "href" or "action" or "formaction" && IsActive(attribute.Value)))
            {
                Other++;
            }
        }
    }

    private static bool IsActive(string address)
    {
        var clean = Text.LinkTarget.Clean(address);
        return clean.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)
            || clean.StartsWith("data:", StringComparison.OrdinalIgnoreCase)
            || clean.StartsWith("vbscript:", StringComparison.OrdinalIgnoreCase);
    }
}
