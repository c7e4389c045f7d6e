using System.Globalization;
using System.Text;

namespace Pannier.Mail.Text;

/// <summary>The value of an HTTP <c>Content-Disposition</c> header (RFC 6266), with the name twice: for old clients, and exactly (RFC 8187).</summary>
public static class ContentDisposition
{
    /// <summary>To be saved.</summary>
    public static string Attachment(FileName name) => "attachment" + Parameters(name.Value);

    /// <summary>To be shown in place; the name is for saving it.</summary>
    public static string Inline(FileName name) => "inline" + Parameters(name.Value);

    private static string Parameters(string name)
    {
        var plain = new StringBuilder("; filename=\"");
        foreach (var rune in name.EnumerateRunes())
            plain.Append(rune.IsAscii && rune.Value is >= ' ' and not ('"' or '\\' or '%' or 0x7F) ? (char)rune.Value : '_');
        plain.Append('"');
        if (!plain.ToString().Contains(name, StringComparison.Ordinal)) AppendExtended(plain, name);
        return plain.ToString();
    }

    private static void AppendExtended(StringBuilder target, string name)
    {
        target.Append("; filename*=UTF-8''");
        foreach (var octet in Encoding.UTF8.GetBytes(name))
        {
            if (char.IsAsciiLetterOrDigit((char)octet) || (char)octet is '!' or '#' or '$' or '&' or '+' or '-' or '.' or '^' or '_' or '`' or '|' or '~')
                target.Append((char)octet);
            else
                target.Append('%').Append(octet.ToString("X2", CultureInfo.InvariantCulture));
        }
    }
}
