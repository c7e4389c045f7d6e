namespace Pannier.Mail.Text;

/// <summary>
/// Finds addresses in plain text and answers runs, never markup. One pass from left to right: a candidate starts at a known word, ends at
/// the next blank or delimiter, and loses what belongs to the sentence around it.
/// </summary>
internal static class Linkifier
{
    private const int Longest = 2048;

    private static readonly string[] Starts = ["https://", "http://", "mailto:", "www."];

    /// <summary>The text in runs; joined, they are the text.</summary>
    public static IReadOnlyList<TextRun> Runs(string text)
    {
        var runs = new List<TextRun>();
        var plainFrom = 0;
        for (var at = 0; at < text.Length;)
        {
            if (!IsStart(text, at))
            {
                at++;
                continue;
            }

            // A candidate is looked at once: when it is no link it is passed over whole, or long ones would cost their square.
            var candidate = CandidateAt(text.AsSpan(at));
            var length = candidate.Length > Longest ? 0 : WithoutSentence(candidate);
            if (length == 0 || Read(text.Substring(at, length)) is not { } link)
            {
                at += candidate.Length;
                continue;
            }

            if (at > plainFrom) runs.Add(new TextRun.Words(text[plainFrom..at]));
            runs.Add(link);
            at += length;
            plainFrom = at;
        }

        if (plainFrom < text.Length) runs.Add(new TextRun.Words(text[plainFrom..]));
        return runs;
    }

    private static bool IsStart(string text, int at)
    {
        if (text[at] is not ('h' or 'H' or 'm' or 'M' or 'w' or 'W') || (at > 0 && IsPartOfWord(text[at - 1]))) return false;
        foreach (var start in Starts)
            if (string.Compare(text, at, start, 0, start.Length, StringComparison.OrdinalIgnoreCase) == 0)
                return true;
        return false;
    }

    // "/" and "." and "@" too: not the www. of http://www.…, nor of a name that goes on.
    private static bool IsPartOfWord(char before) => char.IsLetterOrDigit(before) || before is '/' or '.' or '@' or '-' or '_' or '+' or '=' or '%';

    private static TextRun.Link? Read(string text)
    {
        var address = text.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? "https://" + text : text;
        return LinkTarget.Read(address) is { } target && IsWorthIt(target) ? new(text, target) : null;
    }

    // "www.no" and "http://a" are words of a sentence about addresses.
    private static bool IsWorthIt(LinkTarget target) => target switch
    {
        WebUrl web => web.Host.Contains('.', StringComparison.Ordinal) || web.Host is "localhost" || web.Host[0] == '[',
        _ => ((MailtoUrl)target).To.Contains('@', StringComparison.Ordinal),
    };

    private static ReadOnlySpan<char> CandidateAt(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && !IsDelimiter(text[end])) end++;
        return text[..end];
    }

    private static int WithoutSentence(ReadOnlySpan<char> text)
    {
        var end = text.Length;
        var round = Balance(text[..end], '(', ')');
        var square = Balance(text[..end], '[', ']');
        for (; end > 0; end--)
        {
            var last = text[end - 1];
            if (last is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '*' or '_' or '~' or '…' or '。' or '、' or '，') continue;
            if (last == ')' && round < 0) round++;
            else if (last == ']' && square < 0) square++;
            else break;
        }

        return end;
    }

    private static int Balance(ReadOnlySpan<char> text, char open, char close) => text.Count(open) - text.Count(close);

    private static bool IsDelimiter(char c) =>
        char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or '"' or '`' or '{' or '}' or '|' or '“' or '”' or '„' or '«' or '»' or '‹' or '›' or '「' or '」'
        || c is >= '\u200B' and <= '\u200F' or >= '\u202A' and <= '\u202E' or >= '\u2060' and <= '\u206F';
}
