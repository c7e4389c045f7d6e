namespace Pannier.Mail.Mirror.Sync;

/// <summary>What a mailbox held before it was numbered anew (RFC 9051 §2.3.1.1): its messages are known again by Message-ID, size and INTERNALDATE.</summary>
internal sealed class FormerRows
{
    private const int Ambiguous = -1;
    private readonly MailboxImage _image;
    private readonly Dictionary<(ulong Id, long Size, long ReceivedAt), int> _rows = [];

    public FormerRows(MailboxImage image)
    {
        _image = image;
        for (var row = 0; row < image.Count; row++)
        {
            var mark = (image.LinksAt(row).Id, image.SizeAt(row), image.ReceivedAt(row));
            if (!_rows.TryAdd(mark, row)) _rows[mark] = Ambiguous; // two that are alike: neither is taken for the other
        }
    }

    /// <summary>The change with what is known already of the messages it brings, and where each was before.</summary>
    public (MailboxDelta Delta, IReadOnlyList<(MessageKey Before, MessageKey Now)> Moved) Know(AccountId account, MailboxDelta delta)
    {
        var (added, moved) = (new List<FetchedMessage>(delta.Added.Count), new List<(MessageKey, MessageKey)>());
        foreach (var message in delta.Added)
        {
            var row = _rows.GetValueOrDefault((message.Links.Id, message.Row.Size, message.Row.ReceivedAt.ToUnixTimeSeconds()), Ambiguous);
            added.Add(row == Ambiguous ? message : message with { Row = Known(message.Row, row) });
            if (row != Ambiguous) moved.Add((_image.KeyAt(row), new MessageKey(account, delta.Mailbox, delta.Point.UidValidity, message.Row.Uid)));
        }

        return (delta with { Added = added }, moved);
    }

    private MessageRow Known(MessageRow now, int row)
    {
        var before = _image.Read(row);
        return now with
        {
            Preview = now.Preview ?? (_image.HasPreview(row) ? before.Preview : null),
            Attachment = now.Attachment == AttachmentMark.Unknown ? before.Attachment : now.Attachment,
        };
    }
}
