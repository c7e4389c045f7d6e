using System.Globalization;
using System.Text;

namespace Pannier.Mail.Parts;

/// <summary>A text file to be read as it stands: line ends and tabs stay, what would turn or hide characters is spelt out.</summary>
public static class SourceText
{
    /// <summary>Direction controls and other invisible characters become their code as in ⟨U+202E⟩, control characters their pictures (␀), halves of characters U+FFFD.</summary>
    public static string Show(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t') shown.Append((char)rune.Value);
            else if (rune.Value < 0x20) shown.Append((char)(0x2400 + rune.Value));
            else if (rune.Value is >= 0x7F and < 0xA0 || (rune.Value & 0xFFFE) == 0xFFFE) shown.Append('\uFFFD');
            else if (IsHiding(rune)) shown.Append(CultureInfo.InvariantCulture, $"⟨U+{rune.Value:X4}⟩");
            else shown.Append(rune);
        }

        return shown.ToString();
    }

    // Joiners and soft hyphens are part of words in many scripts, and of emoji.
    private static bool IsHiding(Rune rune) =>
        (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && rune.Value is not (0x200C or 0x200D or 0xAD or 0xFEFF or (>= 0x600 and <= 0x605)))
        || rune.Value is >= 0xE0000 and <= 0xE0FFF;
}
