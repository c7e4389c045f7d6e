using Pannier.Mail.Lists;
using Pannier.Mail.Mirror.Columns;
using Pannier.Mail.Mirror.Matching;
using Pannier.Mail.Mirror.Threads;
using Pannier.Mail.Search;

namespace Pannier.Mail.Mirror;

/// <summary>What lists need of one mailbox, immutable: rows in uid order as columns, and the order by INTERNALDATE.</summary>
/// <remarks>
/// A row is its place in uid order, 0 up; it names a message in this version only. What changed shares with the version before
/// all columns that stayed.
/// </remarks>
public sealed class MailboxImage
{
    private readonly Blocks _rows;
    private readonly int[] _byDate;

    private MailboxImage(AccountId account, MailboxId mailbox, SyncPoint point, Blocks rows, int[] byDate)
    {
        (Account, Mailbox, Point, _rows, _byDate) = (account, mailbox, point, rows, byDate);
        (Unseen, Flagged) = (rows.Unseen, rows.Flagged);
    }

    public AccountId Account { get; }

    public MailboxId Mailbox { get; }

    public SyncPoint Point { get; }

    /// <summary>Rows held.</summary>
    public int Count => _rows.Count;

    /// <summary>Rows held without <see cref="Keywords.Seen"/>.</summary>
    public int Unseen { get; }

    /// <summary>Rows held with <see cref="Keywords.Flagged"/>.</summary>
    public int Flagged { get; }

    /// <summary>Bytes its columns and its order take.</summary>
    public long Bytes => _rows.Bytes + (4L * _byDate.Length);

    /// <summary>Lets go of copies that searching and sorting made; they are made again when they are needed.</summary>
    /// <returns>Bytes let go of.</returns>
    public long Shed() => _rows.All.Sum(block => block.Shed());

    /// <summary>An image of kept blocks, in uid order.</summary>
    internal static MailboxImage Of(AccountId account, MailboxId mailbox, SyncPoint point, Block[] blocks)
    {
        var rows = new Blocks(blocks);
        return new MailboxImage(account, mailbox, point, rows, DateOrder.Of(rows));
    }

    internal IReadOnlyList<Block> Blocks => _rows.All;

    public static MailboxImage Empty(AccountId account, MailboxId mailbox) => new(account, mailbox, SyncPoint.None, Columns.Blocks.None, []);

    /// <summary>The row of a uid; negative when it is not held.</summary>
    public int Find(Uid uid) => _rows.Find(uid.Value);

    /// <summary>The row at a place of the order newest first, ties by the higher uid.</summary>
    public int Newest(int place) => _byDate[place];

    public Uid UidAt(int row) => new(Cell(row, static (block, at) => block.UidAt(at)));

    /// <summary>INTERNALDATE, seconds since 1970.</summary>
    public long ReceivedAt(int row) => Cell(row, static (block, at) => block.ReceivedAt(at));

    public Keywords KeywordsAt(int row) => Cell(row, static (block, at) => block.KeywordsAt(at));

    public AttachmentMark AttachmentAt(int row) => Cell(row, static (block, at) => block.AttachmentAt(at));

    public long SizeAt(int row) => Cell(row, static (block, at) => block.SizeAt(at));

    /// <summary>What ties the row to others.</summary>
    public MessageLinks LinksAt(int row) => Cell(row, static (block, at) => block.LinksAt(at));

    /// <summary>Whether the preview pass has been here.</summary>
    public bool HasPreview(int row) => Cell(row, static (block, at) => block.HasPreview(at));

    public MessageKey KeyAt(int row) => new(Account, Mailbox, Point.UidValidity, UidAt(row));

    /// <summary>All uids held, ascending.</summary>
    public IEnumerable<Uid> Uids() => _rows.Uids().Select(uid => new Uid(uid));

    /// <summary>The row as a list shows it.</summary>
    public MessageRow Read(int row) => Cell(row, static (block, at) => block.Read(at));

    /// <summary>The rows that match a search for certain.</summary>
    /// <param name="finds">What the servers found; null where only what is known here counts.</param>
    internal RowSet Match(SearchNode node, Finds? finds)
    {
        var matcher = new BlockMatcher(Mailbox, Point.UidValidity, node, finds);
        var rows = new RowSet(Count);
        foreach (var (first, block) in _rows.Each()) rows.Add(first, matcher.Judge(block));
        return rows;
    }

    /// <summary>The first bytes of what a row is sorted by, in their order.</summary>
    internal ulong SortKeyAt(int row, SortBy by) => Cell(row, (block, at) => block.SortKeys(by)[at]);

    /// <summary>What a row is sorted by, in full.</summary>
    internal string SortTextAt(int row, SortBy by) => Cell(row, (block, at) => SortText.Of(block, at, by));

    /// <summary>The image after a change.</summary>
    public MailboxImage With(MailboxDelta delta)
    {
        var stays = delta.Point.UidValidity == Point.UidValidity;
        var (rows, order) = stays ? (_rows, _byDate) : (Columns.Blocks.None, []);

        // 1. Rows that come, go, or get other text.
        var put = new Dictionary<uint, Cell>();
        foreach (var added in delta.Added) put[added.Row.Uid.Value] = Columns.Cell.Of(added.Row, added.Links);
        var gone = delta.Gone.Select(uid => uid.Value).Where(uid => put.Remove(uid) || rows.Find(uid) >= 0).ToHashSet();
        foreach (var read in delta.Structures) Change(read.Uid, cell => cell with { Attachment = read.Attachment });
        foreach (var read in delta.Previews) Change(read.Uid, cell => cell with { Preview = Columns.Cell.Bytes(read.Preview) });
        var changed = rows.With(put, gone);
        if (changed != rows) order = DateOrder.After(rows, order, changed, put);

        // 2. Flags.
        return new MailboxImage(Account, Mailbox, delta.Point, changed.With(delta.Flags), order);

        void Change(Uid uid, Func<Cell, Cell> change)
        {
            if (gone.Contains(uid.Value)) return;
            if (put.TryGetValue(uid.Value, out var cell)) put[uid.Value] = change(cell);
            else if (rows.Find(uid.Value) is var row and >= 0) put[uid.Value] = change(rows[row].Block.CellAt(rows[row].At));
        }
    }

    private T Cell<T>(int row, Func<Block, int, T> read)
    {
        var (block, at) = _rows[row];
        return read(block, at);
    }
}
