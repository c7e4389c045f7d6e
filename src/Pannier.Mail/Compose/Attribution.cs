namespace Pannier.Mail.Compose;

/// <summary>What the line above a quote says, in the reader's language: who wrote it, and when.</summary>
/// <param name="Author">Untrusted; null when the message names none.</param>
/// <param name="Date">The sender's Date; null when absent or unreadable.</param>
public sealed record Attribution(EmailAddress? Author, DateTimeOffset? Date);
