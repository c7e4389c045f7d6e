using System.Text.RegularExpressions;

namespace Pannier.Demo.Store;

/// <summary>The base subject of RFC 5256 §2.1: without reply and forward marks, list tags and trailing "(fwd)", upper case for ordering.</summary>
internal static partial class BaseSubject
{
    public static string Of(string subject)
    {
        var text = Blanks().Replace(subject, " ").Trim();
        string before;
        do
        {
            before = text;
            text = Trailer().Replace(text, "");
            text = Leader().Replace(text, "");
            var untagged = Tag().Replace(text, "");
            if (untagged.Length > 0)
                text = untagged;
            if (Forwarded().Match(text) is { Success: true } match)
                text = match.Groups[1].Value;
        }
        while (text != before);
        return text.ToUpperInvariant();
    }

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"(\(fwd\)| )+$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Trailer();

    [GeneratedRegex(@"^(\[[^\[\]]*\] ?)*(re|fwd?) ?(\[[^\[\]]*\])?: ?", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Leader();

    [GeneratedRegex(@"^\[[^\[\]]*\] ?", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^\[fwd:(.*)\]$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Forwarded();
}
