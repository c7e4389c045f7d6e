using System.Globalization;
using System.Text.RegularExpressions;

namespace Pannier.Mail.Smtp;

/// <summary>A server's answer (RFC 5321 §4.2).</summary>
/// <param name="Status">The enhanced status code (RFC 3463), as in <c>5.7.1</c>; empty when there is none.</param>
/// <param name="Text">The server's words of all lines, without codes and control characters, at most 500 characters; untrusted.</param>
internal sealed partial record SmtpReply(int Code, string Status, string Text)
{
    private const int MostText = 500;

    public bool IsPositive => Code is >= 200 and < 300;

    public bool IsTransient => Code is >= 400 and < 500;

    /// <summary>Reads the lines of one answer; null when they are none.</summary>
    public static SmtpReply? Read(IReadOnlyList<string> lines)
    {
        var words = new List<string>();
        var (code, status) = (0, "");
        foreach (var line in lines)
        {
            if (Line().Match(line) is not { Success: true } match) return null;
            code = int.Parse(match.Groups["code"].ValueSpan, CultureInfo.InvariantCulture);
            if (match.Groups["status"] is { Length: > 0 } found) status = found.Value;
            words.Add(match.Groups["text"].Value.Trim());
        }

        var text = string.Join(' ', words.Where(word => word.Length > 0));
        return lines.Count == 0 ? null : new(code, status, new string([.. text.Where(c => !char.IsControl(c)).Take(MostText)]));
    }

    [GeneratedRegex(@"^(?<code>[2-5]\d\d)(?:[ -](?:(?<status>[245]\.\d{1,3}\.\d{1,3})(?: |$))?(?<text>.*))?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Line();
}
