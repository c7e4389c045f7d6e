using System.Text;

namespace Pannier.Mail.Text;

/// <summary>Quotes a message's text in the reply to it.</summary>
public static class Quote
{
    /// <summary>
    /// Every line behind <c>&gt; </c>, lines already quoted one deeper, without the sender's signature and blank lines at either end. No line
    /// ends in a blank, so a reply sent as format=flowed (RFC 3676 §4.5) does not flow what it quotes. Lines end in line feeds, the last too; empty when there is nothing to quote.
    /// </summary>
    /// <param name="text">Of the message; fixed, or flowed text already joined.</param>
    public static string Reply(string text)
    {
        var lines = TextLine.Split(text).Select(TextLine.ReadFixed).ToList();
        if (lines.FindLastIndex(line => line is { QuoteDepth: 0, IsSignatureMark: true }) is >= 0 and var mark
            && lines.TrueForAll(line => line.QuoteDepth == 0, from: mark))
            lines.RemoveRange(mark, lines.Count - mark);
        while (lines is [.., var last] && IsBlank(last)) lines.RemoveAt(lines.Count - 1);

        var quote = new StringBuilder(text.Length + (lines.Count * 2));
        foreach (var line in lines.SkipWhile(IsBlank))
        {
            quote.Append('>', line.QuoteDepth + 1);
            if (line.Content.TrimEnd() is { Length: > 0 } content) quote.Append(' ').Append(content);
            quote.Append('\n');
        }

        return quote.ToString();
    }

    private static bool IsBlank(TextLine line) => string.IsNullOrWhiteSpace(line.Content);

    private static bool TrueForAll(this List<TextLine> lines, Predicate<TextLine> holds, int from) => lines.FindIndex(from, line => !holds(line)) < 0;
}
