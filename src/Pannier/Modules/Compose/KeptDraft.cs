using Pannier.Core.Accounts;
using Pannier.Core.Records;
using Pannier.Mail;
using Pannier.Mail.Compose;

namespace Pannier.Modules.Compose;

/// <summary>A message being written, as the person's journal holds it: every field just as it was typed, so that nothing half-written is lost.</summary>
/// <param name="Edition">Rises with each change of what is written, not with files: those are added and removed one by one and never collide.</param>
/// <param name="From">Null for an identity that was removed since.</param>
/// <param name="Reason">Why this identity; null when the person chose it or nothing was answered.</param>
/// <param name="Original">What is answered, passed on or taken up again; null for a new message.</param>
/// <param name="MessageId">Kept from the first save to the last try; without brackets.</param>
/// <param name="ServerCopy">Our own copy in the Drafts mailbox; null when there is none.</param>
/// <param name="FiledEdition">The edition that copy holds; 0 for none.</param>
/// <param name="OldCopies">Earlier copies of ours that could not be removed yet.</param>
[RecordKind("draft", 1)]
public sealed record KeptDraft(
    int Edition,
    IdentityId? From,
    IdentityReason? Reason,
    string To,
    string Cc,
    string Bcc,
    string Subject,
    string Text,
    IReadOnlyList<KeptFile> Files,
    StartKind Kind,
    MessageKey? Original,
    string MessageId,
    string? InReplyTo,
    IReadOnlyList<string> References,
    DateTimeOffset ChangedAt,
    MessageKey? ServerCopy,
    int FiledEdition,
    IReadOnlyList<MessageKey> OldCopies)
{
    public bool IsEmpty => Files.Count == 0 && (To + Cc + Bcc + Subject + Text).Trim().Length == 0;
}
