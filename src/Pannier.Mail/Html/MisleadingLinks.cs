using System.Text;
using Pannier.Mail.Html.Values;
using Pannier.Mail.Text;

namespace Pannier.Mail.Html;

/// <summary>Finds links whose text is an address of another host than they lead to.</summary>
internal static class MisleadingLinks
{
    /// <summary>More are no more telling.</summary>
    private const int Most = 10;

    /// <summary>A longer text is no address.</summary>
    private const int LongestText = 300;

    public static IReadOnlyList<MisleadingLink> In(IReadOnlyList<Node> nodes)
    {
        var found = new List<MisleadingLink>();
        Walk(nodes, found);
        return found;
    }

    /// <summary>The same tree with every such link leading by another way.</summary>
    public static IReadOnlyList<Node> Divert(IReadOnlyList<Node> nodes, Func<WebUrl, WebUrl> detour) => [.. nodes.Select(node => node is Element element ? Divert(element, detour) : node)];

    private static Element Divert(Element element, Func<WebUrl, WebUrl> detour)
    {
        var children = element.Children.Count == 0 ? element.Children : Divert(element.Children, detour);
        // One whose attributes change is made anew: a copy would keep them as they were written.
        return element.Tag == Tag.A && Judge(element) is not null
            ? new Element(element.Tag, [.. element.Attributes.Select(attribute => attribute.Value is Href { Target: WebUrl leads } ? attribute with { Value = new Href(detour(leads)) } : attribute)], element.Style, children) { Classes = element.Classes }
            : element with { Children = children };
    }

    // As deep as the tree, which has a budget.
    private static void Walk(IReadOnlyList<Node> nodes, List<MisleadingLink> found)
    {
        foreach (var element in nodes.OfType<Element>())
        {
            if (found.Count >= Most) return;
            if (element.Tag == Tag.A && Judge(element) is { } link && !found.Contains(link)) found.Add(link);
            Walk(element.Children, found);
        }
    }

    private static MisleadingLink? Judge(Element element)
    {
        var leads = element.Attributes.Select(attribute => attribute.Value).OfType<Href>().Select(href => href.Target).OfType<WebUrl>().FirstOrDefault();
        if (leads is null) return null;

        // Few texts are addresses: the text is judged before the host the link leads to.
        var text = new StringBuilder();
        Collect(element.Children, text);
        return HostIn(text.ToString().Trim()) is { } shown && HostName.Read(leads.Host.Trim('[', ']')) is { } to && !IsAkin(shown, to) ? new MisleadingLink(shown.Value, to.Value) : null;
    }

    private static void Collect(IReadOnlyList<Node> nodes, StringBuilder text)
    {
        foreach (var node in nodes)
        {
            if (text.Length > LongestText) return;
            if (node is TextNode one) text.Append(one.Text);
            else if (node is Element element) Collect(element.Children, text);
        }
    }

    /// <summary>The host that a text names when it is nothing but an address: <c>https://bank.example/in</c>, <c>www.bank.example</c>, <c>bank.example</c>.</summary>
    private static HostName? HostIn(string text)
    {
        if (text.Length is 0 or > LongestText || text.Any(char.IsWhiteSpace) || text.Contains('@', StringComparison.Ordinal)) return null;
        if (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) return WebUrl.Read(text) is { } url ? HostName.Read(url.Host.Trim('[', ']')) : null;

        // Without a scheme it must look like a name: version numbers and file names do not.
        return HostName.Read(text.Split('/', 2)[0]) is { IsAddress: false } host && (text.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || CommonSuffixes.Contains(host)) ? host : null;
    }

    // Below what one registers the same people answer: www.shop.example and click.shop.example.
    private static bool IsAkin(HostName shown, HostName to) => shown == to || shown.IsWithin(to.Registered()) || to.IsWithin(shown.Registered());
}
