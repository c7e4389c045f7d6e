namespace Pannier.Mail.Text;

/// <summary>The quoted text that an answer drags behind it: read before, and in the way of what is new.</summary>
public static class QuoteTail
{
    /// <summary>Fewer lines are no burden.</summary>
    private const int LeastLines = 4;

    /// <summary>The first block of the quoted end of a text; the number of blocks when there is none worth folding.</summary>
    /// <remarks>A text that is quoted altogether is no answer: it is shown.</remarks>
    public static int StartOf(IReadOnlyList<TextBlock> blocks)
    {
        var end = blocks.Count;
        while (end > 0 && (blocks[end - 1].Kind == TextBlockKind.Signature || IsBlank(blocks[end - 1]))) end--;
        var start = end;
        while (start > 0 && (blocks[start - 1].QuoteDepth > 0 || IsBlank(blocks[start - 1]))) start--;
        while (start < end && IsBlank(blocks[start])) start++;

        var lines = LinesOf(blocks.Skip(start).Take(end - start));
        return blocks.Take(start).Any(block => !IsBlank(block)) && lines >= LeastLines ? start : blocks.Count;
    }

    /// <summary>How many lines blocks take together.</summary>
    public static int LinesOf(IEnumerable<TextBlock> blocks) => blocks.Sum(block => block.Text.AsSpan().Count('\n') + 1);

    private static bool IsBlank(TextBlock block) => block.Text.AsSpan().IsWhiteSpace();
}
