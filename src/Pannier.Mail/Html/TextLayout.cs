using System.Text;

namespace Pannier.Mail.Html;

/// <summary>Sets words into lines: collapses blanks, keeps paragraphs apart, puts quote marks before quoted lines.</summary>
internal sealed class TextLayout(int most)
{
    private const int MostDepth = 50;

    private readonly StringBuilder text = new();
    private int lineEnds;
    private bool blank;
    private int quoteDepth;

    public bool IsFull => text.Length >= most;

    /// <summary>What the next line starts with, such as a list item's mark.</summary>
    public string Mark { get; set; } = "";

    public int Length => text.Length;

    /// <summary>What was written from a point on, trimmed.</summary>
    public string TextFrom(int start) => text.ToString(start, text.Length - start).Trim();

    /// <summary>Asks for at least this many line ends before the next word: 1 for a line, 2 for a paragraph.</summary>
    public void Break(int least)
    {
        if (text.Length > 0) lineEnds = Math.Max(lineEnds, least);
        blank = false;
    }

    /// <summary>A line end the writer set.</summary>
    public void EndLine()
    {
        if (text.Length > 0) lineEnds = Math.Min(lineEnds + 1, 3);
        blank = false;
    }

    public void Blank() => blank = true;

    public void Quote(int deeper)
    {
        Break(1);
        quoteDepth = Math.Clamp(quoteDepth + deeper, 0, MostDepth);
    }

    /// <summary>Running text, blanks collapsed.</summary>
    public void Words(ReadOnlySpan<char> words)
    {
        while (!words.IsEmpty)
        {
            if (IsBlank(words[0]))
            {
                blank = true;
                words = words.TrimStart(" \t\r\n\f");
                continue;
            }

            var end = words.IndexOfAny(" \t\r\n\f");
            Append(end < 0 ? words : words[..end]);
            words = end < 0 ? [] : words[end..];
        }
    }

    /// <summary>Text whose own lines and blanks count.</summary>
    public void Lines(ReadOnlySpan<char> lines)
    {
        var isFirst = true;
        foreach (var line in lines.EnumerateLines())
        {
            if (!isFirst) EndLine();
            isFirst = false;
            if (!line.IsEmpty) Append(line);
        }
    }

    public override string ToString()
    {
        var lines = text.ToString().Split('\n');
        for (var i = 0; i < lines.Length; i++) lines[i] = lines[i].Replace('\u00A0', ' ').TrimEnd();
        return string.Join('\n', lines).Trim('\n');
    }

    private void Append(ReadOnlySpan<char> words)
    {
        // A no-break space alone on its line is how editors write an empty one.
        if ((lineEnds > 0 || text.Length == 0) && !words.ContainsAnyExcept('\u00A0')) return;

        if (lineEnds > 0 || text.Length == 0) StartLine();
        else if (blank) text.Append(' ');
        blank = false;
        text.Append(words);
    }

    private void StartLine()
    {
        for (; lineEnds > 0; lineEnds--)
        {
            text.Append('\n');
            text.Append('>', quoteDepth);
        }

        if (text.Length == 0) text.Append('>', quoteDepth);
        if (quoteDepth > 0) text.Append(' ');
        text.Append(Mark);
        Mark = "";
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\r' or '\n' or '\f';
}
