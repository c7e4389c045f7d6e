using Pannier.Mail.Senders;
using Pannier.Mail.Text;

namespace Pannier.Mail.MailingLists;

/// <summary>How a message says its list can be left (RFC 2369 §3.2, RFC 8058). All of it is the sender's word.</summary>
/// <param name="Page">A page over https; null for none. Opening it is the reader's own act.</param>
/// <param name="Mail">An address to write to; null for none.</param>
/// <param name="OneClick">Whether <paramref name="Page"/> takes a request of ours in place of a visit.</param>
public sealed record WaysOut(WebUrl? Page, MailtoUrl? Mail, bool OneClick)
{
    public const string HeaderName = "List-Unsubscribe";
    public const string OneClickName = "List-Unsubscribe-Post";

    /// <summary>The body that asks for it (RFC 8058 §3.2).</summary>
    public const string OneClickBody = "List-Unsubscribe=One-Click";

    private const int MostChars = 8192;

    /// <summary>Null when the headers name no way that can be gone.</summary>
    public static WaysOut? Read(IReadOnlyList<HeaderField> headers)
    {
        // Two fields are a forger's or a broken program's: which one was signed cannot be told.
        if (headers.Where(field => field.Is(HeaderName)).ToList() is not [{ Value: { Length: <= MostChars } value }]) return null;

        var ways = InBrackets(value).Select(LinkTarget.Read).OfType<LinkTarget>().ToList();
        var page = ways.OfType<WebUrl>().FirstOrDefault(one => one.Value.StartsWith("https:", StringComparison.Ordinal));
        var mail = ways.OfType<MailtoUrl>().FirstOrDefault();
        var asks = headers.Where(field => field.Is(OneClickName)).ToList() is [{ Value: var post }] && post.Trim().Equals(OneClickBody, StringComparison.OrdinalIgnoreCase);
        return page is null && mail is null ? null : new WaysOut(page, mail, asks && page is not null);
    }

    /// <summary>Whether the account's server found a signature right that covers the way out, so that nobody but the list's sender wrote it (RFC 8058 §4).</summary>
    public static bool IsSigned(IReadOnlyList<HeaderField> headers, SenderReport report)
    {
        var right = report.Answers.Where(answer => answer is { Method: "dkim", Passed: true, Domain: not null }).Select(answer => answer.Domain).ToHashSet();
        return headers.Where(field => field.Is(DkimTags.HeaderName)).Select(field => DkimTags.Read(field.Value)).Any(tags => tags is { Domain: { } domain, IsPartial: false } && right.Contains(domain) && Covers(tags.Headers));
    }

    /// <summary>Whether signed headers hold the way out and how it is gone.</summary>
    public static bool Covers(IReadOnlyList<string> covered) =>
        covered.Contains(HeaderName, StringComparer.OrdinalIgnoreCase) && covered.Contains(OneClickName, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> InBrackets(string value)
    {
        for (var at = 0; value.IndexOf('<', at) is >= 0 and var open && value.IndexOf('>', open) is > 0 and var close; at = close + 1)
            yield return string.Concat(value[(open + 1)..close].Where(one => !char.IsWhiteSpace(one))); // long addresses are folded
    }
}
