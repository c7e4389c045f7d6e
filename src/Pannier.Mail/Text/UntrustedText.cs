using System.Globalization;
using System.Text;

namespace Pannier.Mail.Text;

/// <summary>Text of a stranger on one line of ours: subjects, names, file names, mailbox names, what servers say.</summary>
public static class UntrustedText
{
    private const int MostMarks = 4;
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>
    /// The text with its tricks made visible or neutral: bidirectional embeddings, overrides and isolates and other invisible characters
    /// go, line ends and every kind of blank become one space, other control characters their pictures (␀), halves of characters
    /// U+FFFD, and no letter carries more than four marks. Joiners stay where scripts and emoji need them. Empty stays empty.
    /// </summary>
    public static string Show(string text)
    {
        if (IsPlain(text)) return text;

        var shown = new StringBuilder(text.Length);
        var before = default(Rune);
        var blank = false;
        var marks = 0;
        var inFlag = false;
        foreach (var rune in text.EnumerateRunes())
        {
            inFlag = rune.Value == 0x1F3F4 || (inFlag && IsTag(rune));
            if (IsBlank(rune))
            {
                blank = shown.Length > 0;
                continue;
            }

            if (IsInvisible(rune) && !(inFlag && IsTag(rune)) && !(IsJoiner(rune) && !blank && Joins(before))) continue;

            marks = IsMark(rune) ? marks + 1 : 0;
            if (marks > MostMarks) continue;

            if (blank) shown.Append(' ');
            blank = false;
            before = rune;
            shown.Append(Visible(rune));
        }

        return shown.ToString();
    }

    /// <summary>Whether there is nothing to do: printable ASCII, and blanks alone between words. Most texts are.</summary>
    private static bool IsPlain(ReadOnlySpan<char> text) =>
        text.IsEmpty || (text[0] != ' ' && text[^1] != ' ' && !text.ContainsAnyExceptInRange(' ', '~') && text.IndexOf("  ", StringComparison.Ordinal) < 0);

    private static Rune Visible(Rune rune) => rune.Value switch
    {
        < 0x20 => new Rune(0x2400 + rune.Value),
        0x7F => new Rune(0x2421),
        >= 0x80 and < 0xA0 => Rune.ReplacementChar,
        var value when (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF => Rune.ReplacementChar,
        _ => rune,
    };

    private static bool IsBlank(Rune rune) =>
        Rune.IsWhiteSpace(rune) || rune.Value is 0x2800 or 0x3164 or 0x115F or 0x1160 or 0xFFA0;

    // Format characters (bidirectional controls, zero widths, soft hyphen, tags), selectors, grapheme joiner; emoji's own selectors stay.
    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format
        || rune.Value is 0x034F or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0D) or (>= 0xE0000 and <= 0xE0FFF);

    private static bool IsJoiner(Rune rune) => rune.Value is ZeroWidthJoiner or ZeroWidthNonJoiner;

    // Arabic, Indic and other scripts and emoji use joiners; Latin, Greek and Cyrillic have no use for them but disguise.
    private static bool Joins(Rune before) => before.Value >= 0x590;

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark && rune.Value is not (0xFE0E or 0xFE0F);

    private static bool IsTag(Rune rune) => rune.Value is >= 0xE0020 and <= 0xE007F;
}
