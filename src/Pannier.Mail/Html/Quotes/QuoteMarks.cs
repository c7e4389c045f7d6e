using AngleSharp.Dom;

namespace Pannier.Mail.Html.Quotes;

/// <summary>What mail programs mark quoted text with.</summary>
internal static class QuoteMarks
{
    // Outlook's line above "From: … Sent: …", in the colours of its versions.
    private static readonly string[] HeadLines = ["#e1e1e1", "#b5c4df"];

    /// <summary>The first mark in the order of the text; null for none.</summary>
    public static IElement? FirstIn(IElement body) =>
        ShownText.Walk(body).OfType<IElement>().FirstOrDefault(element => IsQuotation(element) || IsCitePrefix(element) || IsHead(element));

    /// <summary>A box that quoted text stands in.</summary>
    public static bool IsQuotation(IElement element) => element.LocalName switch
    {
        "blockquote" => string.Equals(element.GetAttribute("type"), "cite", StringComparison.OrdinalIgnoreCase) || Has(element, "gmail_quote"),
        "div" => Has(element, "gmail_quote") || Has(element, "yahoo_quoted"),
        _ => false,
    };

    /// <summary>"On … wrote:" before a quotation.</summary>
    public static bool IsCitePrefix(IElement element) => element.LocalName is "div" && Has(element, "moz-cite-prefix");

    /// <summary>Outlook's head of an older message, after which only that message comes.</summary>
    public static bool IsHead(IElement element) => element.LocalName is "div" && (element.Id is "divRplyFwdMsg" || (element.Id is "appendonsend" && HasHeadAfter(element)) || IsHeadLine(element.GetAttribute("style")));

    /// <summary>What a program sets below the quoted text by itself.</summary>
    public static bool IsSignature(INode node) =>
        node is IElement element && (Has(element, "gmail_signature") || Has(element, "gmail_signature_prefix") || Has(element, "moz-signature"));

    private static bool Has(IElement element, string name) => element.ClassName is { } all && all.Split(' ').Contains(name, StringComparer.Ordinal);

    private static bool HasHeadAfter(IElement element)
    {
        for (var next = element.NextElementSibling; next is not null; next = next.NextElementSibling)
            if (next.Id is "divRplyFwdMsg") return true;
        return false;
    }

    private static bool IsHeadLine(string? style) =>
        style is not null
        && style.Contains("border-top:solid", StringComparison.OrdinalIgnoreCase)
        && style.Contains("padding:3.0pt", StringComparison.OrdinalIgnoreCase)
        && Array.Exists(HeadLines, colour => style.Contains(colour, StringComparison.OrdinalIgnoreCase));
}
