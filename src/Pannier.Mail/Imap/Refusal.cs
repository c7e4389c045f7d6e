namespace Pannier.Mail.Imap;

/// <summary>A tagged NO or BAD, or an untagged BYE (RFC 9051 §7.1).</summary>
/// <param name="Code">The response code's name in capitals, as in <c>OVERQUOTA</c>; empty when there is none.</param>
/// <param name="Text">The human text, without control characters, at most 500 characters.</param>
internal sealed record Refusal(string Status, string Code, string Text)
{
    private const int MostText = 500;

    public bool IsBye => Status == "BYE";

    /// <summary>Null when the line is none of these.</summary>
    public static Refusal? Read(string line)
    {
        if (line.Split(' ', 3) is not [var tag, var status, ..] parts) return null;
        status = status.ToUpperInvariant();
        if (tag == "*" ? status != "BYE" : status is not ("NO" or "BAD") || !IsTag(tag)) return null;

        var rest = parts.Length > 2 ? parts[2] : "";
        var code = "";
        if (rest.StartsWith('[') && rest.IndexOf(']', StringComparison.Ordinal) is > 0 and var end)
        {
            code = rest[1..end].Split(' ')[0].ToUpperInvariant();
            rest = rest[(end + 1)..];
        }

        var text = new string([.. rest.Where(c => !char.IsControl(c)).Take(MostText)]).Trim();
        return new Refusal(status, code, text);
    }

    /// <summary>MailKit's tags are a letter and digits.</summary>
    private static bool IsTag(string tag) => tag.Length > 1 && char.IsAsciiLetterUpper(tag[0]) && tag.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
