using System.Globalization;
using System.Text;

namespace Pannier.Core.Text;

/// <summary>Says texts in one person's language and by their clock.</summary>
public sealed class Words(Catalog catalog, CultureInfo culture, UserClock clock)
{
    public UserClock Clock => clock;

    public CultureInfo Culture => culture;

    /// <summary>Fills a text's places.</summary>
    /// <exception cref="InvalidOperationException">No such key or place: a bug the tests find first.</exception>
    public string Say(Said said)
    {
        var pattern = catalog.Pattern(said.Key, Count(said)) ?? throw new InvalidOperationException($"no text for '{said.Key}'");
        if (said.Parts.Count == 0) return pattern;

        var text = new StringBuilder(pattern.Length + 32);
        for (var at = 0; at < pattern.Length;)
        {
            var open = pattern.IndexOf('{', at);
            var close = open < 0 ? -1 : pattern.IndexOf('}', open);
            if (close < 0)
            {
                text.Append(pattern, at, pattern.Length - at);
                break;
            }

            text.Append(pattern, at, open - at).Append(Show(said, pattern.AsSpan(open + 1, close - open - 1)));
            at = close + 1;
        }

        return text.ToString();
    }

    private static long? Count(Said said) => Filling(said, "count") switch { int i => i, long l => l, _ => null };

    private static object? Filling(Said said, ReadOnlySpan<char> place)
    {
        for (var at = 0; at < said.Parts.Count; at++)
            if (place.SequenceEqual(said.Parts[at].Name))
                return said.Parts[at].Value;
        return null;
    }

    private string Show(Said said, ReadOnlySpan<char> place) =>
        Filling(said, place) switch
        {
            string text => text,
            DateTimeOffset at => clock.ToLocal(at).ToString("f", culture),
            int number => number.ToString("N0", culture),
            long number => number.ToString("N0", culture),
            Said inner => Say(inner),
            null => throw new InvalidOperationException($"nothing fills '{place}' of '{said.Key}'"),
            var other => Convert.ToString(other, culture) ?? "",
        };
}
