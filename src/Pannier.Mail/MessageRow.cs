namespace Pannier.Mail;

/// <summary>What a list shows of one message of one mailbox.</summary>
/// <param name="ReceivedAt">INTERNALDATE; lists order by it.</param>
/// <param name="Size">RFC822.SIZE, octets.</param>
/// <param name="Preview">The first words of the text (RFC 8970 where offered); null when not known yet.</param>
public sealed record MessageRow(
    Uid Uid,
    DateTimeOffset ReceivedAt,
    long Size,
    Keywords Keywords,
    Envelope Envelope,
    AttachmentMark Attachment,
    string? Preview)
{
    /// <summary>What ties it to other messages.</summary>
    public ThreadHints Thread { get; init; } = ThreadHints.None;
}
