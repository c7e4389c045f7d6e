using System.Text;

namespace Pannier.Demo.Imap;

/// <summary>Mailbox names on the wire (RFC 3501 §5.1.3): printable ASCII as it is, everything else as base64 of UTF-16.</summary>
internal static class ModifiedUtf7
{
    public static string Encode(string name)
    {
        var text = new StringBuilder();
        for (var at = 0; at < name.Length;)
        {
            if (name[at] is >= ' ' and <= '~')
            {
                text.Append(name[at] == '&' ? "&-" : name[at].ToString());
                at++;
                continue;
            }

            var from = at;
            while (at < name.Length && name[at] is < ' ' or > '~')
                at++;
            var base64 = Convert.ToBase64String(Encoding.BigEndianUnicode.GetBytes(name[from..at])).TrimEnd('=').Replace('/', ',');
            text.Append('&').Append(base64).Append('-');
        }

        return text.ToString();
    }

    /// <summary>Null when the text is no such name, also when it could have been written plainly.</summary>
    public static string? Decode(string text)
    {
        var name = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is < ' ' or > '~')
                return null;
            if (text[at] != '&')
            {
                name.Append(text[at]);
                continue;
            }

            var end = text.IndexOf('-', at);
            if (end < 0)
                return null;
            var base64 = text[(at + 1)..end].Replace(',', '/');
            if (base64.Length == 0)
                name.Append('&');
            else if (Utf16(base64) is { } part)
                name.Append(part);
            else
                return null;
            at = end;
        }

        return Encode(name.ToString()) == text ? name.ToString() : null;
    }

    private static string? Utf16(string base64)
    {
        var bytes = new byte[base64.Length];
        var padded = base64.PadRight((base64.Length + 3) / 4 * 4, '=');
        return Convert.TryFromBase64String(padded, bytes, out var length) && length > 0 && length % 2 == 0
            ? Encoding.BigEndianUnicode.GetString(bytes, 0, length)
            : null;
    }
}
