using System.Text.RegularExpressions;

namespace Pannier.Mail.Compose;

/// <summary>Writes "Re: " and "Fwd: " before a subject once, whatever language and however often others wrote it.</summary>
public static partial class SubjectPrefix
{
    /// <summary><c>Re: </c> before the subject without any reply prefix at its start, before or behind a list's tag.</summary>
    public static OneLine Reply(OneLine subject) => Prefix("Re: ", Replies(), subject);

    /// <summary>Whether a subject says that its message passes another one on.</summary>
    public static bool IsForward(string subject) => Forwards().IsMatch(subject);

    /// <summary><c>Fwd: </c> before the subject without any forward prefix at its start.</summary>
    public static OneLine Forward(OneLine subject) => Prefix("Fwd: ", Forwards(), subject);

    /// <summary>The subject without reply and forward prefixes, for telling what belongs together and for sorting.</summary>
    internal static string Base(string subject)
    {
        while (subject.AsSpan().ContainsAny(':', '：') && (Replies().Match(subject) is { Success: true, Length: > 0 } match ? match : Forwards().Match(subject)) is { Success: true } found)
            subject = found.Groups["tag"].Value + subject[found.Length..];
        return subject.Trim();
    }

    private static OneLine Prefix(string prefix, Regex known, OneLine subject)
    {
        var match = known.Match(subject.Value);
        var rest = match.Success ? match.Groups["tag"].Value + subject.Value[match.Length..] : subject.Value;
        return OneLine.Of(prefix + rest.TrimStart());
    }

    // Re, Latin and Romance Re/R/Ref/Rif/Res, German Aw/Antw(ort), Scandinavian Sv/Vs, Polish Odp, Turkish Ynt, Hungarian Vá, Greek, Hebrew, Persian, Russian, Chinese, Japanese, Korean.
    [GeneratedRegex(@"^\s*(?<tag>\[[^\]]{1,40}\]\s*)?(?:(?:re|r|ref|rif|res|aw|antw|antwort|sv|vs|odp|ynt|vá|atb|απ|σχετ|השב|תשובה|پاسخ|رد|отв|回复|答复|回覆|返信|회신)(?:\s?\[\d{1,3}\]|\s?\(\d{1,3}\)|\^\d{1,3})?\s?[:：]\s*)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Replies();

    [GeneratedRegex(@"^\s*(?<tag>\[[^\]]{1,40}\]\s*)?(?:(?:fwd|fw|wg|tr|enc|rv|i|pd|vb|vl|vidarebefordrat|doorst|ilt|továbbítás|προώθ|пересл|הועבר|转发|轉寄|転送|전달)(?:\s?\[\d{1,3}\])?\s?[:：]\s*)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Forwards();
}
