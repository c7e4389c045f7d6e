using System.Buffers;
using System.Globalization;
using System.Text;

namespace Pannier.Mail.Html.Values;

/// <summary>A colour in sRGB; 255 is opaque.</summary>
internal sealed record Colour(byte Red, byte Green, byte Blue, byte Alpha) : Value
{
    private static readonly SearchValues<char> Separators = SearchValues.Create(" ,/\t\n");

    /// <summary>Reads <c>#rgb</c>, <c>#rrggbb</c> (either with alpha, the hash may lack as in old mail), <c>rgb()</c>, <c>rgba()</c> and the CSS names.</summary>
    public static Colour? Read(ReadOnlySpan<char> text) =>
        text.IsEmpty || text.Length > 64 ? null
        : text[0] == '#' ? ReadHex(text[1..])
        : text[^1] == ')' ? ReadFunction(text)
        : ReadName(text) ?? (text.Length is 3 or 6 ? ReadHex(text) : null);

    public override void WriteTo(StringBuilder target)
    {
        target.Append(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");
        if (Alpha != 255) target.Append(CultureInfo.InvariantCulture, $"{Alpha:x2}");
    }

    private static Colour? ReadHex(ReadOnlySpan<char> digits)
    {
        if (digits.Length is not (3 or 4 or 6 or 8)
            || !uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number))
            return null;

        if (digits.Length is 3 or 6) number = digits.Length == 3 ? (number << 4) | 0xf : (number << 8) | 0xff;
        return digits.Length is 6 or 8
            ? new((byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number)
            : new(Twice(number >> 12), Twice(number >> 8), Twice(number >> 4), Twice(number));

        static byte Twice(uint digit) => (byte)((digit & 0xf) * 0x11);
    }

    private static Colour? ReadFunction(ReadOnlySpan<char> text)
    {
        var open = text.IndexOf('(');
        if (open < 0 || !(text[..open].Equals("rgb", StringComparison.OrdinalIgnoreCase) || text[..open].Equals("rgba", StringComparison.OrdinalIgnoreCase)))
            return null;

        Span<byte> parts = stackalloc byte[4];
        parts[3] = 255;
        var count = 0;
        foreach (var range in text[(open + 1)..^1].SplitAny(Separators))
        {
            var part = text[(open + 1)..^1][range];
            if (part.IsEmpty) continue;
            if (count == 4 || ReadPart(part, count == 3 ? 255 : 1) is not { } number) return null;
            parts[count++] = number;
        }

        return count < 3 ? null : new(parts[0], parts[1], parts[2], parts[3]);
    }

    private static byte? ReadPart(ReadOnlySpan<char> text, double scale)
    {
        var isPercent = text[^1] == '%';
        if (isPercent) text = text[..^1];
        return double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? (byte)Math.Round(Math.Clamp(isPercent ? number * 255 / 100 : number * scale, 0, 255))
            : null;
    }

    private static Colour? ReadName(ReadOnlySpan<char> text)
    {
        if (text.ContainsAnyExceptInRange('A', 'z')) return null;

        var name = text.ToString().Replace("grey", "gray", StringComparison.OrdinalIgnoreCase);
        var known = System.Drawing.Color.FromName(name);
        return known.IsKnownColor && !known.IsSystemColor && known.A == 255 ? new(known.R, known.G, known.B, known.A) : null;
    }
}
