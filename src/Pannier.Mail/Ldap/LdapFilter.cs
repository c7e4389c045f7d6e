using System.Formats.Asn1;
using System.Globalization;
using System.Text;

namespace Pannier.Mail.Ldap;

/// <summary>A search filter as text (RFC 4515) and as it is sent (RFC 4511 §4.5.1.7): and, or, not, equality and presence; what a site needs to find a person.</summary>
internal sealed class LdapFilter
{
    private const int MostDepth = 8;
    private readonly string _text;
    private int _at;

    private LdapFilter(string text) => _text = text;

    /// <summary>Whether a text is a filter this can send.</summary>
    public static bool Fits(string text) => TryWrite(new AsnWriter(AsnEncodingRules.BER), text);

    /// <summary>Writes a filter.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static void Write(AsnWriter writer, string text)
    {
        if (!TryWrite(writer, text)) throw new FormatException("not a filter");
    }

    private static bool TryWrite(AsnWriter writer, string text)
    {
        var filter = new LdapFilter(text);
        return filter.One(writer, 0) && filter._at == text.Length;
    }

    private bool One(AsnWriter writer, int depth)
    {
        if (depth > MostDepth || !Take('(')) return false;
        var fits = Peek() switch
        {
            '&' => Set(writer, 0, depth),
            '|' => Set(writer, 1, depth),
            '!' => Not(writer, depth),
            _ => Item(writer),
        };
        return fits && Take(')');
    }

    private bool Set(AsnWriter writer, int tag, int depth)
    {
        _at++;
        using var set = writer.PushSetOf(new Asn1Tag(TagClass.ContextSpecific, tag));
        do
        {
            if (!One(writer, depth + 1)) return false;
        }
        while (Peek() == '(');
        return true;
    }

    private bool Not(AsnWriter writer, int depth)
    {
        _at++;
        using var not = writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 2));
        return One(writer, depth + 1);
    }

    private bool Item(AsnWriter writer)
    {
        var equals = _text.IndexOf('=', _at);
        var end = _text.IndexOf(')', _at);
        if (equals <= _at || end < equals) return false;

        var (attribute, value) = (_text[_at..equals], _text[(equals + 1)..end]);
        if (!attribute.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '.' or ';')) return false;
        _at = end;
        if (value == "*")
        {
            writer.WriteOctetString(Encoding.UTF8.GetBytes(attribute), new Asn1Tag(TagClass.ContextSpecific, 7));
            return true;
        }

        if (Octets(value) is not { } octets) return false;
        using var equality = writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 3));
        writer.WriteOctetString(Encoding.UTF8.GetBytes(attribute));
        writer.WriteOctetString(octets);
        return true;
    }

    /// <summary>A value with <c>\XX</c> undone; null for one with a bare <c>*</c>, <c>(</c> or a broken escape.</summary>
    private static byte[]? Octets(string value)
    {
        var octets = new List<byte>();
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] is '*' or '(') return null;
            if (value[at] != '\\')
            {
                var width = char.IsHighSurrogate(value[at]) && at + 1 < value.Length ? 2 : 1;
                octets.AddRange(Encoding.UTF8.GetBytes(value.Substring(at, width)));
                at += width - 1;
                continue;
            }

            if (at + 2 >= value.Length || !byte.TryParse(value.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octet)) return null;
            octets.Add(octet);
            at += 2;
        }

        return [.. octets];
    }

    private char Peek() => _at < _text.Length ? _text[_at] : '\0';

    private bool Take(char sign)
    {
        if (Peek() != sign) return false;
        _at++;
        return true;
    }
}
