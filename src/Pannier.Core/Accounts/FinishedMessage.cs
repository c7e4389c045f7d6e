using Pannier.Mail;

namespace Pannier.Core.Accounts;

/// <summary>A message finished to the last octet.</summary>
/// <param name="From">As a list shows it.</param>
/// <param name="MessageId">Without brackets.</param>
/// <param name="Octets">From the present position.</param>
/// <param name="Answers">The message it answers, which is marked so; null for none.</param>
public sealed record FinishedMessage(AccountId Account, string From, string Subject, string MessageId, SubmissionEnvelope Envelope, Stream Octets, MessageKey? Answers);
