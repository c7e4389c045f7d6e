using Pannier.Mail;
using Pannier.Mail.Mirror;
using Pannier.Mail.Mirror.Threads;

namespace Pannier.Tests.Mail.Mirror;

/// <summary>What an image is, said plainly: rows in a sorted array. The columns are held to it.</summary>
internal sealed class PlainImage
{
    private readonly FetchedMessage[] _rows;
    private readonly int[] _byDate;

    private PlainImage(AccountId account, MailboxId mailbox, SyncPoint point, FetchedMessage[] rows)
    {
        (Account, Mailbox, Point, _rows) = (account, mailbox, point, rows);
        _byDate = [.. Enumerable.Range(0, rows.Length).OrderByDescending(row => rows[row].Row.ReceivedAt).ThenByDescending(row => row)];
    }

    public AccountId Account { get; }

    public MailboxId Mailbox { get; }

    public SyncPoint Point { get; }

    /// <summary>Rows held.</summary>
    public int Count => _rows.Length;

    /// <summary>Rows held without <see cref="Keywords.Seen"/>.</summary>
    public int Unseen => _rows.Count(row => !row.Row.Keywords.HasFlag(Keywords.Seen));

    public static PlainImage Empty(AccountId account, MailboxId mailbox) => new(account, mailbox, SyncPoint.None, []);

    /// <summary>The row of a uid; negative when it is not held.</summary>
    public int Find(Uid uid)
    {
        var (low, high) = (0, _rows.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = _rows[middle].Row.Uid.CompareTo(uid);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return -1;
    }

    /// <summary>The row at a place of the order newest first, ties by the higher uid.</summary>
    public int Newest(int place) => _byDate[place];

    public Uid UidAt(int row) => _rows[row].Row.Uid;

    /// <summary>INTERNALDATE, seconds since 1970.</summary>
    public long ReceivedAt(int row) => _rows[row].Row.ReceivedAt.ToUnixTimeSeconds();

    public Keywords KeywordsAt(int row) => _rows[row].Row.Keywords;

    public AttachmentMark AttachmentAt(int row) => _rows[row].Row.Attachment;

    public long SizeAt(int row) => _rows[row].Row.Size;

    public MessageLinks LinksAt(int row) => _rows[row].Links;

    public MessageKey KeyAt(int row) => new(Account, Mailbox, Point.UidValidity, UidAt(row));

    /// <summary>The row as a list shows it.</summary>
    public MessageRow Read(int row) => _rows[row].Row;

    /// <summary>The image after a change.</summary>
    public PlainImage With(MailboxDelta delta)
    {
        var rows = new SortedDictionary<uint, FetchedMessage>();
        if (delta.Point.UidValidity == Point.UidValidity)
            foreach (var row in _rows) rows[row.Row.Uid.Value] = row;

        foreach (var added in delta.Added) rows[added.Row.Uid.Value] = added;
        foreach (var gone in delta.Gone) rows.Remove(gone.Value);
        foreach (var change in delta.Flags) Change(rows, change.Uid, row => row with { Keywords = change.Keywords });
        foreach (var read in delta.Structures) Change(rows, read.Uid, row => row with { Attachment = read.Attachment });
        foreach (var read in delta.Previews) Change(rows, read.Uid, row => row with { Preview = read.Preview });
        return new PlainImage(Account, Mailbox, delta.Point, [.. rows.Values]);
    }

    private static void Change(SortedDictionary<uint, FetchedMessage> rows, Uid uid, Func<MessageRow, MessageRow> change)
    {
        if (rows.TryGetValue(uid.Value, out var old)) rows[uid.Value] = old with { Row = change(old.Row) };
    }
}
