using System.Globalization;
using System.Text;

namespace Pannier.Mail.Ldap;

/// <summary>Puts what a stranger typed into filters and names, so that it can only be a value there.</summary>
public static class LdapText
{
    private const string InName = "\"+,;<>\\=#";

    /// <summary>A value in a filter (RFC 4515 §3): every octet but letters, digits and a few harmless signs is written as <c>\XX</c>.</summary>
    public static string InFilter(string value) => Escape(value, "@.-_");

    /// <summary>A value in a distinguished name (RFC 4514 §2.4): what has a meaning there, blanks at the ends, and control characters are written as <c>\XX</c>.</summary>
    public static string InDn(string value)
    {
        var text = new StringBuilder();
        for (var at = 0; at < value.Length; at++)
        {
            var sign = value[at];
            var blankAtEnd = sign == ' ' && (at == 0 || at == value.Length - 1);
            if (InName.Contains(sign, StringComparison.Ordinal) || char.IsControl(sign) || blankAtEnd) text.Append(CultureInfo.InvariantCulture, $"\\{(int)sign:x2}");
            else text.Append(sign);
        }

        return text.ToString();
    }

    private static string Escape(string value, string harmless)
    {
        var text = new StringBuilder();
        foreach (var octet in Encoding.UTF8.GetBytes(value))
        {
            if (char.IsAsciiLetterOrDigit((char)octet) || harmless.Contains((char)octet, StringComparison.Ordinal)) text.Append((char)octet);
            else text.Append(CultureInfo.InvariantCulture, $"\\{octet:x2}");
        }

        return text.ToString();
    }
}
