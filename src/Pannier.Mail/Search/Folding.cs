using System.Globalization;
using System.Text;

namespace Pannier.Mail.Search;

/// <summary>What counts as the same letter in a search: compatibility forms, case and accents are laid aside.</summary>
/// <remarks>
/// Folds one base character with its marks at a time, so that a part of a text folds to the same part of the folded text:
/// NFKC, lower case with ß as ss and ς as σ, without the accents of European scripts and the points of Hebrew and Arabic.
/// Marks that make another letter elsewhere (Japanese voicing, Indic vowels) stay.
/// </remarks>
public static class Folding
{
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text)) return text.ToLowerInvariant();

        var folded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var length = Length(text, at);
            Append(folded, text.AsSpan(at, length));
            at += length;
        }

        return folded.ToString();
    }

    /// <summary>Whether only the case of ASCII letters is different from the folded text.</summary>
    public static bool IsPlain(string text) => Ascii.IsValid(text) || string.Equals(Fold(text), text, StringComparison.Ordinal) || string.Equals(Fold(text), LowerAscii(text), StringComparison.Ordinal);

    /// <summary>How many chars at this place fold together: a character and the marks after it.</summary>
    internal static int Length(string text, int at)
    {
        var end = at + Step(text, at);
        while (end < text.Length && IsMark(text, end)) end += Step(text, end);
        return end - at;
    }

    internal static void Append(StringBuilder to, ReadOnlySpan<char> cluster)
    {
        if (cluster is [< (char)128 and var plain])
        {
            to.Append(char.ToLowerInvariant(plain));
            return;
        }

        var text = Sound(cluster).Normalize(NormalizationForm.FormKD);
        var bare = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsAccent(rune.Value)) continue;
            switch (rune.Value)
            {
                case 'ß' or 'ẞ':
                    bare.Append("ss");
                    break;
                case 'ς':
                    bare.Append('σ');
                    break;
                case 'ı' or 'İ':
                    bare.Append('i');
                    break;
                case 'ł' or 'Ł':
                    bare.Append('l');
                    break;
                case 'ø' or 'Ø':
                    bare.Append('o');
                    break;
                case 'đ' or 'Đ':
                    bare.Append('d');
                    break;
                case 'æ' or 'Æ':
                    bare.Append("ae");
                    break;
                case 'œ' or 'Œ':
                    bare.Append("oe");
                    break;
                default:
                    bare.Append(Rune.ToLowerInvariant(rune).ToString());
                    break;
            }
        }

        to.Append(bare.ToString().Normalize(NormalizationForm.FormC));
    }

    private static int Step(string text, int at) => char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;

    private static bool IsMark(string text, int at) => CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static bool IsAccent(int rune) => rune is (>= 0x300 and <= 0x36F) or (>= 0x591 and <= 0x5BD) or 0x5BF or 0x5C1 or 0x5C2 or 0x5C4 or 0x5C5 or 0x5C7 or (>= 0x64B and <= 0x65F) or 0x670;

    /// <summary>Half a surrogate pair stands for nothing and cannot be normalised.</summary>
    private static string Sound(ReadOnlySpan<char> cluster)
    {
        var text = cluster.ToString();
        return cluster.IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
    }

    private static string LowerAscii(string text) => string.Create(text.Length, text, static (to, from) =>
    {
        for (var i = 0; i < from.Length; i++) to[i] = from[i] is >= 'A' and <= 'Z' ? (char)(from[i] | 0x20) : from[i];
    });
}
