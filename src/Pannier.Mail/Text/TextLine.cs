namespace Pannier.Mail.Text;

/// <summary>A line of a text part: its quote marks counted and taken off.</summary>
internal readonly record struct TextLine(int QuoteDepth, string Content)
{
    private const int MostDepth = 100;

    // "--" alone is common where a program took the blank off; "-- " is the standard's.
    public bool IsSignatureMark => Content is "-- " or "--";

    /// <summary>RFC 3676 §4.5: marks stand without blanks between them, then one stuffed blank goes.</summary>
    public static TextLine ReadFlowed(string line)
    {
        var depth = 0;
        while (depth < line.Length && line[depth] == '>') depth++;
        var start = depth < line.Length && line[depth] == ' ' ? depth + 1 : depth;
        return new(Math.Min(depth, MostDepth), line[start..]);
    }

    /// <summary>The custom of fixed text: marks may have a blank between them.</summary>
    public static TextLine ReadFixed(string line)
    {
        var depth = 0;
        var start = 0;
        for (var at = 0; at < line.Length && line[at] is '>' or ' ' && at - start <= 1; at++)
        {
            if (line[at] != '>') continue;
            depth++;
            start = at + 1;
        }

        if (depth > 0 && start < line.Length && line[start] == ' ') start++;
        return new(Math.Min(depth, MostDepth), line[start..]);
    }

    public static string[] Split(string text) => text.ReplaceLineEndings("\n").Split('\n');
}
