using AngleSharp.Dom;

namespace Pannier.Mail.Html.Quotes;

/// <summary>
/// Finds the quoted text that an answer drags behind it, by the marks that mail programs leave: of Thunderbird, Gmail, Yahoo, Apple Mail and
/// others a quotation, of Outlook a head above all that follows. Nothing is found where somebody wrote below or within it.
/// </summary>
internal static class QuotedEnd
{
    /// <summary>Less is no burden. Characters, blanks not counted.</summary>
    private const int Least = 160;

    private static readonly string[] Traces = ["gmail_quote", "yahoo_quoted", "moz-cite-prefix", "divRplyFwdMsg", "appendonsend", "\"cite\"", "=cite", "'cite'", "border-top:solid", "border-top: solid"];

    /// <summary>Whether a look at the tree is worth it.</summary>
    public static bool MayBeIn(string html) => Array.Exists(Traces, trace => html.Contains(trace, StringComparison.OrdinalIgnoreCase));

    /// <summary>Null when there is none worth folding.</summary>
    public static QuotedStretch? In(IElement body)
    {
        if (QuoteMarks.FirstIn(body) is not { } mark || StretchAt(mark) is not { } stretch) return null;

        var stretched = Widen(stretch, body);
        var length = 0;
        for (INode? node = stretched.First; node is not null; node = node == stretched.Last ? null : node.NextSibling) length += ShownText.LengthOf(node);
        return length >= Least && IsLast(stretched.Last, body) && !IsFirst(stretched.First, body) ? stretched : null;
    }

    private static QuotedStretch? StretchAt(IElement mark)
    {
        if (QuoteMarks.IsQuotation(mark)) return IsAnswered(mark) ? null : new(mark, mark);
        if (QuoteMarks.IsCitePrefix(mark)) return mark.NextElementSibling is { } next && QuoteMarks.IsQuotation(next) && !IsAnswered(next) ? new(mark, next) : null;

        // A head: all that follows it was there before. It may stand in a box of its own, whose neighbours they are.
        INode first = mark;
        while (IsAlone(first) && first.Parent is IElement { LocalName: "div" or "span" } above) first = above;
        return first.Parent?.LastChild is { } last && last != first ? new(first, last) : null;
    }

    /// <summary>Takes in what holds nothing else, so that no empty box is left over.</summary>
    private static QuotedStretch Widen(QuotedStretch stretch, IElement body)
    {
        while (stretch.First.Parent is IElement { LocalName: "div" or "section" } above && above != body && IsBlankBefore(stretch.First) && IsBlankAfter(stretch.Last)) stretch = new(above, above);
        return stretch;
    }

    private static bool IsAlone(INode node) => IsBlankBefore(node) && IsBlankAfter(node);

    private static bool IsBlankBefore(INode node)
    {
        for (var before = node.PreviousSibling; before is not null; before = before.PreviousSibling)
            if (!ShownText.IsBlank(before)) return false;
        return true;
    }

    private static bool IsBlankAfter(INode node)
    {
        for (var after = node.NextSibling; after is not null; after = after.NextSibling)
            if (!ShownText.IsBlank(after)) return false;
        return true;
    }

    private static bool IsLast(INode node, IElement body)
    {
        for (var at = node; at is not null && at != body; at = at.Parent)
            for (var after = at.NextSibling; after is not null; after = after.NextSibling)
                if (!ShownText.IsBlank(after) && !QuoteMarks.IsSignature(after)) return false;
        return true;
    }

    private static bool IsFirst(INode node, IElement body)
    {
        for (var at = node; at is not null && at != body; at = at.Parent)
            if (!IsBlankBefore(at)) return false;
        return true;
    }

    /// <summary>Whether a box that holds a quotation holds words after it, too: somebody answered in between. What stands before it says whose words they are.</summary>
    private static bool IsAnswered(IElement quotation)
    {
        if (quotation.LocalName is "blockquote") return false;

        var isPast = false;
        foreach (var child in quotation.ChildNodes)
        {
            if (ShownText.Walk(child).Any(node => node is IElement { LocalName: "blockquote" })) isPast = true;
            else if (isPast && !ShownText.IsBlank(child)) return true;
        }

        return !isPast; // a message that was passed on: to be read
    }
}
