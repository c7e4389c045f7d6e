namespace Pannier.Mail;

/// <summary>The SMTP envelope (RFC 5321 §2.3.1): addr-specs only, never header text.</summary>
public sealed record SubmissionEnvelope(string MailFrom, IReadOnlyList<string> Recipients);
