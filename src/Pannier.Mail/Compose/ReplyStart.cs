namespace Pannier.Mail.Compose;

/// <summary>How an answer begins; everything fits a <see cref="Draft"/>.</summary>
/// <param name="InReplyTo">Null when the message answered has no readable Message-ID.</param>
public sealed record ReplyStart(
    IReadOnlyList<EmailAddress> To,
    IReadOnlyList<EmailAddress> Cc,
    OneLine Subject,
    MessageId? InReplyTo,
    IReadOnlyList<MessageId> References,
    Attribution Attribution);
