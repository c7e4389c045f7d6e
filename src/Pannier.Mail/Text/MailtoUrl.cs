using System.Text;

namespace Pannier.Mail.Text;

/// <summary>A <c>mailto:</c> address (RFC 6068): who, and nothing but subject, body and copy suggested.</summary>
/// <remarks>Other header fields are left out: a link may not attach files or set Bcc behind the writer's back.</remarks>
public sealed record MailtoUrl : LinkTarget
{
    private MailtoUrl(string value, string to)
    {
        Value = value;
        To = to;
    }

    public override string Value { get; }

    /// <summary>The recipients, decoded and untrusted; empty when the link names none.</summary>
    public string To { get; }

    /// <summary>Null when the text is no such address.</summary>
    public static new MailtoUrl? Read(string text) => text.Length > 8192 ? null : ReadClean(Clean(text));

    internal static MailtoUrl? ReadClean(string text)
    {
        const string scheme = "mailto:";
        if (!text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) return null;

        var rest = text[scheme.Length..];
        if (rest.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash) rest = rest[..hash];
        var mark = rest.IndexOf('?', StringComparison.Ordinal);
        var to = Uri.UnescapeDataString(mark < 0 ? rest : rest[..mark]);
        if (to.Any(char.IsControl)) return null;

        var value = new StringBuilder(scheme).Append(Escape(to));
        var joint = '?';
        foreach (var field in mark < 0 ? [] : rest[(mark + 1)..].Split('&'))
        {
            if (field.Split('=', 2) is not [var name, var content]) continue;
            if (name.ToLowerInvariant() is not (("subject" or "body" or "cc") and var known)) continue;

            var decoded = Uri.UnescapeDataString(content);
            if (known != "body" && decoded.Any(char.IsControl)) continue;

            value.Append(joint).Append(known).Append('=').Append(Uri.EscapeDataString(decoded));
            joint = '&';
        }

        return to.Length == 0 && joint == '?' ? null : new(value.ToString(), to);
    }

    private static string Escape(string to) =>
        Uri.EscapeDataString(to).Replace("%40", "@", StringComparison.Ordinal).Replace("%2C", ",", StringComparison.Ordinal);
}
