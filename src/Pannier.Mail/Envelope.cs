namespace Pannier.Mail;

/// <summary>The headers a list and a reply need (RFC 9051 §7.5.2). Every text is untrusted and decoded.</summary>
/// <param name="Date">The sender's Date header, forgeable; null when absent or unreadable. Lists order by INTERNALDATE.</param>
/// <param name="MessageId">Without angle brackets; null when absent.</param>
/// <param name="InReplyTo">Without angle brackets; null when absent.</param>
public sealed record Envelope(
    string Subject,
    IReadOnlyList<EmailAddress> From,
    IReadOnlyList<EmailAddress> ReplyTo,
    IReadOnlyList<EmailAddress> To,
    IReadOnlyList<EmailAddress> Cc,
    IReadOnlyList<EmailAddress> Bcc,
    DateTimeOffset? Date,
    string? MessageId,
    string? InReplyTo)
{
    public static Envelope Empty { get; } = new("", [], [], [], [], [], null, null, null);
}
