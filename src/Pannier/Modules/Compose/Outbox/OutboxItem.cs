using Pannier.Core.Records;
using Pannier.Mail;

namespace Pannier.Modules.Compose.Outbox;

/// <summary>A message on its way out, finished to the last octet: what is tried again is the same message. Its draft stays in the journal until it is sent.</summary>
/// <param name="From">As the list shows it.</param>
/// <param name="MessageId">Without brackets; by it a copy is found in Sent.</param>
/// <param name="Message">The bytes for the submission server, without Bcc.</param>
/// <param name="WithBcc">The bytes for Sent; null when there is no Bcc and both are the same.</param>
/// <param name="Tries">Times the server was asked.</param>
/// <param name="NextTry">Null when only the person starts the next one.</param>
/// <param name="Trouble">Null while all goes well.</param>
/// <param name="Refused">Recipients the server would not take.</param>
/// <param name="Done">Of the filing.</param>
[RecordKind("outbox", 1)]
public sealed record OutboxItem(
    OutboxState State,
    AccountId Account,
    string From,
    string Subject,
    string MessageId,
    string MailFrom,
    IReadOnlyList<string> Recipients,
    BlobId Message,
    BlobId? WithBcc,
    StartKind Kind,
    MessageKey? Original,
    DateTimeOffset QueuedAt,
    int Tries,
    DateTimeOffset? NextTry,
    Trouble? Trouble,
    IReadOnlyList<RefusedRecipient> Refused,
    IReadOnlyList<FilingStep> Done);
