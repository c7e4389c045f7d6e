using AngleSharp.Dom;
using Pannier.Mail.Html;

namespace Pannier.Mail.Cards;

/// <summary>The cards of an HTML body: JSON-LD, which no sanitised tree holds, and microdata. Nothing is fetched and no script runs.</summary>
internal static class BodyCards
{
    private const int MostScripts = 10;

    /// <summary>Whether a look at the tree is worth it.</summary>
    public static bool MayBeIn(string html) => html.Contains("schema.org", StringComparison.OrdinalIgnoreCase);

    public static IReadOnlyList<Card> In(IDocument document)
    {
        if (document.DocumentElement is not { } top) return [];

        var json = DeepWalk.All(top).OfType<IElement>().Where(IsData).Take(MostScripts).SelectMany(script => JsonThings.Read(script.TextContent));
        return [.. json.Concat(MarkupThings.In(top)).Select(CardReader.Of).OfType<Card>().Distinct().Take(Card.Most)];
    }

    private static bool IsData(IElement element) =>
        element.LocalName is "script" && element.NamespaceUri == NamespaceNames.HtmlUri && (element.GetAttribute("type") ?? "").Trim().Equals("application/ld+json", StringComparison.OrdinalIgnoreCase);
}
