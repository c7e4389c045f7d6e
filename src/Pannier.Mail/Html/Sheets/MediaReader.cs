using System.Buffers;

namespace Pannier.Mail.Html.Sheets;

/// <summary>Reads media query lists (Media Queries 4 §3). A query that asks for anything not listed is none: it would not have matched here.</summary>
internal static class MediaReader
{
    private const int MostQueries = 16;
    private static readonly SearchValues<char> AfterWord = SearchValues.Create(" \t\r\n\f(");

    /// <summary>The queries that can hold; null when none can. An empty text always holds and gives an empty list.</summary>
    public static IReadOnlyList<MediaQuery>? Read(ReadOnlySpan<char> text)
    {
        if (text.IsWhiteSpace()) return [];

        var queries = new List<MediaQuery>();
        foreach (var range in text.Split(','))
        {
            if (queries.Count == MostQueries) break;
            if (ReadQuery(text[range].Trim()) is not { } query) continue;
            if (query.IsAlways) return [];
            queries.Add(query);
        }

        return queries.Count == 0 ? null : queries;
    }

    private static MediaQuery? ReadQuery(ReadOnlySpan<char> text)
    {
        var kind = MediaKind.All;
        var bounds = new List<MediaBound>();
        ColourScheme? scheme = null;
        var isFirst = true;
        for (; !text.IsEmpty; isFirst = false)
        {
            if (!isFirst && !TakeAnd(ref text)) return null;
            if (text is ['(', ..])
            {
                var end = text.IndexOf(')');
                if (end < 0 || !ReadFeature(text[1..end].Trim(), bounds, ref scheme)) return null;
                text = text[(end + 1)..].TrimStart();
            }
            else if (!isFirst || ReadKind(ref text) is not { } read)
            {
                return null;
            }
            else
            {
                kind = read;
            }
        }

        return isFirst ? null : new(kind, bounds, scheme);
    }

    private static bool ReadFeature(ReadOnlySpan<char> text, List<MediaBound> bounds, ref ColourScheme? scheme)
    {
        var colon = text.IndexOf(':');
        if (colon < 0) return MediaRanges.Read(text, bounds);

        var name = text[..colon].TrimEnd();
        var value = text[(colon + 1)..].Trim();
        if (name.Equals("prefers-color-scheme", StringComparison.OrdinalIgnoreCase))
        {
            ColourScheme? asked = Is(value, "dark") ? ColourScheme.Dark : Is(value, "light") ? ColourScheme.Light : null;
            if (asked is null || scheme is not null) return false;
            scheme = asked;
            return true;
        }

        if (MediaBound.Read(name, value) is not { } bound) return false;
        bounds.Add(bound);
        return true;
    }

    private static MediaKind? ReadKind(ref ReadOnlySpan<char> text)
    {
        var word = TakeWord(ref text);
        if (Is(word, "only")) word = TakeWord(ref text); // hides a sheet from browsers older than this program
        return Is(word, "all") ? MediaKind.All : Is(word, "screen") ? MediaKind.Screen : Is(word, "print") ? MediaKind.Print : null;
    }

    private static bool TakeAnd(ref ReadOnlySpan<char> text) => Is(TakeWord(ref text), "and") && !text.IsEmpty;

    private static ReadOnlySpan<char> TakeWord(ref ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(AfterWord);
        var word = end < 0 ? text : text[..end];
        text = end < 0 ? [] : text[end..].TrimStart();
        return word;
    }

    private static bool Is(ReadOnlySpan<char> text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
