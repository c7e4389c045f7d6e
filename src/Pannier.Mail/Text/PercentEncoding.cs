using System.Buffers;
using System.Globalization;
using System.Text;

namespace Pannier.Mail.Text;

/// <summary>Percent-encodes what may not stand in an address, and keeps every escape the sender wrote (RFC 3986 §2.4).</summary>
internal static class PercentEncoding
{
    private static readonly SearchValues<char> Kept = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/?#[]%");

    /// <summary>Writes text; a backslash becomes a slash before the query, as browsers read it.</summary>
    public static void Append(StringBuilder target, ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[4];
        var inPath = true;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '?' or '#') inPath = false;
            if (rune.IsAscii && Kept.Contains((char)rune.Value))
                target.Append((char)rune.Value);
            else if (rune.Value == '\\' && inPath)
                target.Append('/');
            else
                foreach (var octet in bytes[..rune.EncodeToUtf8(bytes)])
                    target.Append('%').Append(octet.ToString("X2", CultureInfo.InvariantCulture));
        }
    }
}
