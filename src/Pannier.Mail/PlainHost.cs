using System.Buffers;

namespace Pannier.Mail;

/// <summary>Tells host names that IDNA (RFC 5891, UTS 46) leaves as they are. Nearly all are such, and the mapping is dear.</summary>
internal static class PlainHost
{
    private const int LongestLabel = 63;
    private const int Longest = 253;
    private static readonly SearchValues<char> Characters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.");

    /// <summary>Whether it is labels of lower-case ASCII letters, digits and single hyphens inside, none of them empty or an A-label.</summary>
    public static bool Is(ReadOnlySpan<char> name)
    {
        if (name.Length is 0 or > Longest || name.ContainsAnyExcept(Characters)) return false;

        foreach (var range in name.Split('.'))
        {
            var label = name[range];
            if (label.Length is 0 or > LongestLabel || label[0] == '-' || label[^1] == '-' || label.IndexOf("--", StringComparison.Ordinal) >= 0) return false;
        }

        return true;
    }
}
