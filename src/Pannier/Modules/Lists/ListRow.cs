using Pannier.Core;
using Pannier.Mail;

namespace Pannier.Modules.Lists;

/// <summary>One row as it is shown; every text is finished and untrusted.</summary>
/// <param name="People">Senders, or recipients in Sent and Drafts.</param>
/// <param name="Subject">Null when the message has none.</param>
/// <param name="When">Short, by the person's clock.</param>
/// <param name="Day">By the person's clock.</param>
/// <param name="AccountMark">The style sheet's class for the account's colour.</param>
public sealed record ListRow(
    MessageKey Key,
    LocalUrl Url,
    string People,
    string? Subject,
    string Preview,
    string When,
    DateTimeOffset ReceivedAt,
    DateOnly Day,
    string AccountName,
    string AccountMark,
    Keywords Keywords,
    AttachmentMark Attachment)
{
    /// <summary>What was searched for, to be marked in each text.</summary>
    public RowMarks Marks { get; init; } = RowMarks.None;

    /// <summary>Messages of the conversation it stands for; 1 for a message alone.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Unread messages among them.</summary>
    public int Unread { get; init; }

    public bool IsUnread => Count > 1 ? Unread > 0 : !Keywords.HasFlag(Keywords.Seen);

    public bool IsFlagged => Keywords.HasFlag(Keywords.Flagged);

    public bool IsAnswered => Keywords.HasFlag(Keywords.Answered);

    public bool IsForwarded => Keywords.HasFlag(Keywords.Forwarded);

    public bool HasAttachment => Attachment == AttachmentMark.Yes;
}
