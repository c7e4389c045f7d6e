using System.Buffers;
using System.Globalization;

namespace Pannier.Mail;

/// <summary>Reads the one form our ids have as text, so that one id has one spelling.</summary>
internal static class HexId
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    public static ulong? Read(ReadOnlySpan<char> text) =>
        text.Length == 16
        && text.IndexOfAnyExcept(Digits) < 0
        && ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
}
