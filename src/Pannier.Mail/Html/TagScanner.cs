using System.Buffers;

namespace Pannier.Mail.Html;

/// <summary>
/// Walks over markup in one pass without making a tree: work and memory are linear in its length, whatever it holds. It serves text,
/// never markup, so it need not agree with browsers to the letter.
/// </summary>
internal ref struct TagScanner(ReadOnlySpan<char> html)
{
    private static readonly string[] Raw = ["script", "style", "title", "textarea", "xmp", "noscript", "template", "iframe", "noembed", "noframes", "select", "svg", "math", "object"];

    private static readonly SearchValues<char> AfterName = SearchValues.Create(" \t\r\n\f=/>");

    private ReadOnlySpan<char> rest = html;

    public MarkupKind Kind { get; private set; }

    /// <summary>The text, or the element's name in the sender's letter case.</summary>
    public ReadOnlySpan<char> Value { get; private set; }

    /// <summary>Of a start tag: everything between name and bracket.</summary>
    public ReadOnlySpan<char> Attributes { get; private set; }

    /// <summary>False at the end. Comments, declarations and elements without text of their own are passed over.</summary>
    public bool Next()
    {
        while (!rest.IsEmpty)
        {
            if (rest[0] != '<' || rest.Length < 2 || !(char.IsAsciiLetter(rest[1]) || rest[1] is '/' or '!' or '?'))
            {
                // A bracket that opens nothing is text.
                var end = rest[1..].IndexOf('<');
                Take(MarkupKind.Text, end < 0 ? rest.Length : end + 1);
                return true;
            }

            if (rest.StartsWith("<!--", StringComparison.Ordinal)) SkipPast("-->", 4);
            else if (rest[1] is '!' or '?') SkipPast(">", 2);
            else if (ReadTag()) return true;
        }

        return false;
    }

    /// <summary>The value of an attribute, not decoded; empty when it has none or is not there.</summary>
    public static ReadOnlySpan<char> Find(ReadOnlySpan<char> attributes, string name)
    {
        while (!attributes.IsEmpty)
        {
            attributes = attributes.TrimStart(" \t\r\n\f/");
            var end = attributes.IndexOfAny(AfterName);
            var found = end < 0 ? attributes : attributes[..end];
            attributes = end < 0 ? [] : attributes[end..].TrimStart(" \t\r\n\f");

            ReadOnlySpan<char> value = [];
            if (attributes is ['=', ..])
            {
                attributes = attributes[1..].TrimStart(" \t\r\n\f");
                var quoted = attributes is ['"' or '\'', ..];
                if (quoted) value = attributes[1..];
                var close = quoted ? value.IndexOf(attributes[0]) : attributes.IndexOfAny(" \t\r\n\f");
                if (!quoted) value = attributes;
                if (close >= 0) value = value[..close];
                attributes = attributes[Math.Min(attributes.Length, value.Length + (quoted ? 2 : 0))..];
            }

            if (found.Equals(name, StringComparison.OrdinalIgnoreCase)) return value;
        }

        return [];
    }

    private bool ReadTag()
    {
        var isEnd = rest[1] == '/';
        var start = isEnd ? 2 : 1;
        var length = EndOfTag(rest);
        var inside = rest[start..Math.Max(start, length - 1)];
        var nameEnd = inside.IndexOfAny(AfterName);
        Kind = isEnd ? MarkupKind.End : MarkupKind.Start;
        Value = nameEnd < 0 ? inside : inside[..nameEnd];
        Attributes = nameEnd < 0 ? [] : inside[nameEnd..];
        rest = rest[length..];

        if (isEnd) return true;
        foreach (var raw in Raw)
            if (Value.Equals(raw, StringComparison.OrdinalIgnoreCase))
            {
                SkipPast("</" + raw, 0);
                SkipPast(">", 0);
                return false;
            }

        return true;
    }

    // Quotes count only where a value may start: an apostrophe in a broken tag must not swallow the letter.
    private static int EndOfTag(ReadOnlySpan<char> tag)
    {
        var mayQuote = false;
        for (var at = 1; at < tag.Length; at++)
        {
            var c = tag[at];
            if (c == '>') return at + 1;
            if (mayQuote && c is '"' or '\'' && tag[(at + 1)..].IndexOf(c) is >= 0 and var skip) at += skip + 1;
            mayQuote = c == '=' || (mayQuote && char.IsWhiteSpace(c));
        }

        return tag.Length;
    }

    private void Take(MarkupKind kind, int length)
    {
        Kind = kind;
        Value = rest[..length];
        rest = rest[length..];
    }

    private void SkipPast(string mark, int from)
    {
        var at = rest[Math.Min(from, rest.Length)..].IndexOf(mark, StringComparison.OrdinalIgnoreCase);
        rest = at < 0 ? [] : rest[Math.Min(rest.Length, from + at + mark.Length)..];
    }
}
