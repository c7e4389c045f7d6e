using MimeKit;
using Pannier.Mail;
using Pannier.Mail.Search;

namespace Pannier.Tests.Support;

/// <summary>A message of <see cref="FakeMailbox"/>.</summary>
internal sealed record MemoryMessage(byte[] Octets, DateTimeOffset ReceivedAt, Keywords Keywords)
{
    private MimeMessage? _parsed;

    public MimeMessage Parsed => _parsed ??= MimeMessage.Load(new MemoryStream(Octets), TestContext.Current.CancellationToken);

    /// <summary>The parser makes one of whatever it is given.</summary>
    public MimeEntity Body => Parsed.Body!;

    public MessageRow Row(Uid uid) => new(
        uid,
        ReceivedAt,
        Octets.Length,
        Keywords,
        new Envelope(Parsed.Subject ?? "", People(Parsed.From), People(Parsed.ReplyTo), People(Parsed.To), People(Parsed.Cc), People(Parsed.Bcc), Parsed.Headers.Contains(HeaderId.Date) ? Parsed.Date : null, Parsed.MessageId, Parsed.InReplyTo),
        Parsed.Attachments.Any() ? AttachmentMark.Yes : AttachmentMark.No,
        Preview)
    {
        Thread = ThreadHints.Of([.. Parsed.References], Parsed.InReplyTo, null),
    };

    private string? Preview => (Parsed.TextBody ?? (Parsed.HtmlBody is { } html ? Pannier.Mail.Html.HtmlToText.Convert(html) : null)) is { } text ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : null;

    public bool Matches(SearchTerms terms)
    {
        var text = $"{Parsed.Subject}\n{Parsed.From}\n{Parsed.To}\n{Parsed.TextBody}";
        return (Keywords & terms.With) == terms.With
            && (Keywords & terms.Without) == Keywords.None
            && terms.Text.All(word => Has(text, word))
            && (terms.Subject is null || Has(Parsed.Subject ?? "", terms.Subject))
            && (terms.From is null || Has(Parsed.From.ToString(), terms.From))
            && (terms.Body is null || Has(Parsed.TextBody ?? "", terms.Body))
            && (terms.Matching is null || RowMatch.Is(terms.Matching, default, Row(new Uid(1))))
            && (terms.MessageId is null || Parsed.MessageId == terms.MessageId);
    }

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<EmailAddress> People(InternetAddressList list) => [.. list.Mailboxes.Select(one => new EmailAddress(string.IsNullOrEmpty(one.Name) ? null : one.Name, one.Address))];
}
