using System.Text.RegularExpressions;

namespace Pannier.Mail.Reading;

/// <summary>Finds the one code that a message of a sign-in was sent for. It guesses, and rather finds none.</summary>
public static partial class SignInCode
{
    private const int Looked = 4_000; // characters: such messages are short
    private const int Near = 40;

    /// <summary>The code as it is typed, without blanks or hyphens; null when there is none, or more than one could be meant.</summary>
    public static string? Find(string subject, string text)
    {
        var whole = subject + "\n" + (text.Length > Looked ? text[..Looked] : text);
        if (!Speaks().IsMatch(whole)) return null;

        var words = Speaks().Matches(whole).Where(word => !IsOther(whole, word)).ToList();
        var found = Candidate().Matches(whole)
            .Where(match => IsCode(whole, match) && words.Exists(word => Distance(word, match) <= Near))
            .Select(match => Joint().Replace(match.Groups["code"].Value, ""))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return found is [{ } only] ? only : null;
    }

    // A year, a price, a part of a number or of a longer word is no code.
    private static bool IsCode(string whole, Match match)
    {
        var code = Joint().Replace(match.Groups["code"].Value, "");
        if (code.Length is < 4 or > 8 || !code.Any(char.IsAsciiDigit)) return false;
        if (code.Length == 4 && code[0] is '1' or '2' && code[1] is '9' or '0' && code.All(char.IsAsciiDigit)) return false;
        if (code.Any(char.IsAsciiLetter) && (code.Length < 6 || code.Count(char.IsAsciiDigit) < 2)) return false;

        var (before, after) = (match.Index == 0 ? '\n' : whole[match.Index - 1], match.Index + match.Length >= whole.Length ? '\n' : whole[match.Index + match.Length]);
        if (before == ' ' && match.Index > 1 && char.IsAsciiDigit(whole[match.Index - 2])) return false; // the end of a longer number
        return !"+#$€£¥%/.,:@_=&?-".Contains(before, StringComparison.Ordinal) && !"%€/@_=-:".Contains(after, StringComparison.Ordinal) && !char.IsLetterOrDigit(before) && !char.IsLetterOrDigit(after);
    }

    private static bool IsOther(string whole, Match word) =>
        Other().IsMatch(whole[Math.Max(0, word.Index - 12)..word.Index]) || Conduct().IsMatch(whole[(word.Index + word.Length)..Math.Min(whole.Length, word.Index + word.Length + 16)]);

    private static int Distance(Match word, Match code) => code.Index >= word.Index ? code.Index - (word.Index + word.Length) : word.Index - (code.Index + code.Length);

    [GeneratedRegex(@"(?i)\b(?:one[- ]time|passcode|otp|pin|verification|security code|sign[- ]?in code|login code|code|kod|koden|engangskode|kode|einmal\w*|bestätigungscode|sicherheitscode|código|codice|código de verificación|codigo)\b|验证码|驗證碼|認証コード|確認コード|код", RegexOptions.NonBacktracking)]
    private static partial Regex Speaks();

    [GeneratedRegex(@"(?i)(?:promo|discount|coupon|voucher|gift|zip|postal|source|error|qr|bar|country|area|dress)[- ]?$", RegexOptions.NonBacktracking)]
    private static partial Regex Other();

    [GeneratedRegex(@"(?i)^[- ](?:of (?:conduct|practice)|review|base|style)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Conduct();

    [GeneratedRegex(@"(?:[A-Z]-)?(?<code>\d{3}[ -]\d{3}|\d{4}[ -]\d{4}|[0-9]{4,8}|[A-Z0-9]{6,8})", RegexOptions.NonBacktracking)]
    private static partial Regex Candidate();

    [GeneratedRegex("[ -]", RegexOptions.NonBacktracking)]
    private static partial Regex Joint();
}
