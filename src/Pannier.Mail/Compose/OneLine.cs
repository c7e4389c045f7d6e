using System.Globalization;
using System.Text;

namespace Pannier.Mail.Compose;

/// <summary>Text that fits into one header field: no line end and no other control character, so it can start no field of its own.</summary>
public sealed record OneLine
{
    /// <summary>The most UTF-16 characters; a header line may have 998 octets (RFC 5322 §2.1.1).</summary>
    public const int Most = 900;

    private OneLine(string value) => Value = value;

    public static OneLine Empty { get; } = new("");

    public string Value { get; }

    /// <summary>Null when the text has a control character, half of a character, a line separator, or is longer than <see cref="Most"/>.</summary>
    public static OneLine? Read(string text) => text.Length <= Most && !text.EnumerateRunes().Any(Breaks) ? new(text) : null;

    /// <summary>Makes one line of a stranger's text: what breaks lines becomes a blank, and what is too long is cut.</summary>
    public static OneLine Of(string untrusted)
    {
        var line = new StringBuilder(Math.Min(untrusted.Length, Most));
        foreach (var rune in untrusted.EnumerateRunes())
        {
            if (line.Length + rune.Utf16SequenceLength > Most) break;
            line.Append(Breaks(rune) ? new Rune(' ') : rune);
        }

        return new(line.ToString().Trim());
    }

    public override string ToString() => Value;

    private static bool Breaks(Rune rune) => rune == Rune.ReplacementChar
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
