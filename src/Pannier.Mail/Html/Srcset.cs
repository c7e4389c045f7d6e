using System.Globalization;

namespace Pannier.Mail.Html;

/// <summary>Reads <c>srcset</c> (HTML §4.8.4.2) for pictures that have no other address.</summary>
internal static class Srcset
{
    private const double Enough = 1200; // pixels: as wide as a message is shown, twice over

    /// <summary>The candidate for an ordinary screen: the lowest density, or the narrowest that is wide enough; null when there is none.</summary>
    public static string? Best(string? text)
    {
        string? best = null;
        var worth = double.MaxValue;
        for (var rest = (text ?? "").AsSpan(); ;)
        {
            rest = rest.TrimStart(" \t\r\n\f,");
            if (rest.IsEmpty) return best;

            var end = rest.IndexOfAny(" \t\r\n\f");
            var address = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[end..];
            ReadOnlySpan<char> descriptor = [];
            if (address is not [.., ','])
            {
                var comma = rest.IndexOf(',');
                descriptor = (comma < 0 ? rest : rest[..comma]).Trim();
                rest = comma < 0 ? [] : rest[comma..];
            }

            var own = Worth(descriptor);
            if (own >= worth) continue;
            (best, worth) = (address.TrimEnd(',').ToString(), own);
        }
    }

    // Less is better: what is too narrow comes after all that is wide enough, the widest of it first.
    private static double Worth(ReadOnlySpan<char> descriptor)
    {
        if (descriptor.IsEmpty || !double.TryParse(descriptor[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return 1;
        return descriptor[^1] != 'w' || number >= Enough ? number : 100_000 - number;
    }
}
