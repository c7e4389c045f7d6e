using Pannier.Mail.Text;

namespace Pannier.Mail.MailingLists;

/// <summary>What names a mailing list (RFC 2919): a name for people, perhaps, and an identifier that stays.</summary>
/// <param name="Name">Untrusted; null when only the identifier is given.</param>
/// <param name="Value">The identifier, lower case, without angle brackets.</param>
public sealed record ListId(string? Name, string Value)
{
    /// <summary>Null when the text names none.</summary>
    public static ListId? Read(string text)
    {
        if (text.Length > 1000 || text.LastIndexOf('<') is not (>= 0 and var open) || text.IndexOf('>', open) is not (> 0 and var close)) return null;
        var value = text[(open + 1)..close].Trim().ToLowerInvariant();
        if (value.Length is 0 or > 255 || value.Any(one => char.IsWhiteSpace(one) || char.IsControl(one))) return null;

        var name = MimeKit.Utils.Rfc2047.DecodeText(System.Text.Encoding.UTF8.GetBytes(text[..open].Trim().Trim('"')));
        return new ListId(string.IsNullOrWhiteSpace(name) ? null : name.Trim(), value);
    }
}
