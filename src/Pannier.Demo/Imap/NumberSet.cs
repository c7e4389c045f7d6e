using System.Globalization;
using System.Text;

namespace Pannier.Demo.Imap;

/// <summary>A sequence set of RFC 3501 ("1,3:5,7:*"); null as an end stands for "*".</summary>
internal sealed class NumberSet(IReadOnlyList<NumberSet.Range> ranges)
{
    /// <summary>The ranges with "*" resolved, ordered and merged, so that nothing is visited twice.</summary>
    public IReadOnlyList<(uint From, uint To)> Resolve(uint star)
    {
        var resolved = new List<(uint From, uint To)>();
        foreach (var range in ranges)
        {
            var (first, last) = (range.First ?? star, range.Last ?? star);
            resolved.Add(first <= last ? (first, last) : (last, first));
        }

        resolved.Sort();
        var merged = new List<(uint From, uint To)>();
        foreach (var range in resolved)
        {
            if (merged.Count > 0 && range.From <= merged[^1].To)
                merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, range.To));
            else
                merged.Add(range);
        }

        return merged;
    }

    /// <summary>Null when the text is no set.</summary>
    public static NumberSet? Read(string text)
    {
        var ranges = new List<Range>();
        foreach (var part in text.Split(','))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            var (first, last) = colon < 0 ? (part, part) : (part[..colon], part[(colon + 1)..]);
            if (!TryEnd(first, out var from) || !TryEnd(last, out var to))
                return null;
            ranges.Add(new(from, to));
        }

        return new(ranges);
    }

    /// <summary>The shortest text for ascending numbers.</summary>
    public static string Write(IReadOnlyList<uint> numbers)
    {
        var text = new StringBuilder();
        for (var at = 0; at < numbers.Count;)
        {
            var from = at;
            while (at + 1 < numbers.Count && numbers[at + 1] == numbers[at] + 1)
                at++;
            if (text.Length > 0)
                text.Append(',');
            text.Append(CultureInfo.InvariantCulture, $"{numbers[from]}");
            if (at > from)
                text.Append(CultureInfo.InvariantCulture, $":{numbers[at]}");
            at++;
        }

        return text.ToString();
    }

    private static bool TryEnd(string text, out uint? number)
    {
        number = null;
        if (text == "*")
            return true;
        if (!uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value == 0)
            return false;
        number = value;
        return true;
    }

    internal readonly record struct Range(uint? First, uint? Last);
}
