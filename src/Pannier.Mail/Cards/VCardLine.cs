using System.Text;
using MimeKit.Encodings;

namespace Pannier.Mail.Cards;

/// <summary>One content line of a vCard (RFC 6350 §3.3).</summary>
/// <param name="Name">Upper case, without its group.</param>
/// <param name="Value">As written, transfer encoding undone.</param>
internal sealed record VCardLine(string Name, string Value)
{
    private const int LongestHead = 400;
    private const string Mark = "QUOTED-PRINTABLE";

    /// <summary>The value as one text, escapes undone (RFC 6350 §3.4).</summary>
    public string Text => Unescape(Value);

    /// <summary>A value of several parts, each as a text.</summary>
    public IReadOnlyList<string> Pieces
    {
        get
        {
            var (pieces, start) = (new List<string>(), 0);
            for (var at = 0; at < Value.Length; at++)
            {
                if (Value[at] == '\\') at++;
                else if (Value[at] == ';') (_, start) = (Take(at), at + 1);
            }

            Take(Value.Length);
            return pieces;

            int Take(int end)
            {
                pieces.Add(Thing.Line(Unescape(Value[start..end])));
                return end;
            }
        }
    }

    /// <summary>Null when it is no such line.</summary>
    public static VCardLine? Read(string line)
    {
        var colon = Colon(line);
        if (colon is <= 0 or > LongestHead) return null;

        var head = line[..colon];
        var name = head.Split(';', 2)[0];
        name = name[(name.LastIndexOf('.') + 1)..].Trim().ToUpperInvariant();
        var value = line[(colon + 1)..];
        return name.Length == 0 ? null : new VCardLine(name, head.Contains(Mark, StringComparison.OrdinalIgnoreCase) ? Decode(value) : value);
    }

    public static bool IsQuotedPrintable(StringBuilder line)
    {
        var start = line.ToString(0, Math.Min(line.Length, LongestHead));
        return Colon(start) is > 0 and var colon && start[..colon].Contains(Mark, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Where the value begins: the first colon outside quotes.</summary>
    private static int Colon(string line)
    {
        var quoted = false;
        for (var at = 0; at < Math.Min(line.Length, LongestHead + 1); at++)
        {
            if (line[at] == '"') quoted = !quoted;
            else if (line[at] == ':' && !quoted) return at;
        }

        return -1;
    }

    private static string Decode(string value)
    {
        var (octets, decoder) = (Encoding.UTF8.GetBytes(value), new QuotedPrintableDecoder());
        var decoded = new byte[decoder.EstimateOutputLength(octets.Length)];
        return Encoding.UTF8.GetString(decoded, 0, decoder.Decode(octets, 0, octets.Length, decoded));
    }

    private static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal)) return text;

        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length) plain.Append(text[++at] is 'n' or 'N' ? '\n' : text[at]);
            else plain.Append(text[at]);
        }

        return plain.ToString();
    }
}
