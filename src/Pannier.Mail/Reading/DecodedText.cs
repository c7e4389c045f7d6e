using System.Text;

namespace Pannier.Mail.Reading;

/// <summary>A text part's characters, and whether some octets made no sense in its charset.</summary>
public sealed record DecodedText(string Text, Decoding Decoding)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Decodes by the declared charset; when it is missing, unknown or wrong, as UTF-8 if that fits, else as Windows-1252.</summary>
    public static DecodedText Of(ReadOnlySpan<byte> octets, string? charset)
    {
        if (octets.StartsWith(Encoding.UTF8.Preamble)) octets = octets[Encoding.UTF8.Preamble.Length..];
        if (Named(charset) is { } declared && TryDecode(declared, octets) is { } text) return new(text, Decoding.AsDeclared);
        if (TryDecode(StrictUtf8, octets) is { } utf8) return new(utf8, charset is null || IsAscii(charset) ? Decoding.AsDeclared : Decoding.Guessed);
        if (Named(charset) is { } lenient && !IsAscii(charset)) return new(Lenient(lenient).GetString(octets), Decoding.Damaged);
        return new(Encoding.GetEncoding(1252).GetString(octets), Decoding.Guessed);
    }

    private static bool IsAscii(string? charset) => charset is null || charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase);

    private static Encoding? Named(string? charset) => charset is null ? null : Charsets.Find(charset);

    private static string? TryDecode(Encoding encoding, ReadOnlySpan<byte> octets)
    {
        try
        {
            return Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(octets);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
        catch (ArgumentException)
        {
            return encoding.GetString(octets); // an encoding without a code page of its own
        }
    }

    private static Encoding Lenient(Encoding encoding) =>
        Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));
}
