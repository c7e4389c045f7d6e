namespace Pannier.Mail.Mirror.Columns;

/// <summary>The blocks of a mailbox in uid order, and rows counted through them.</summary>
internal sealed class Blocks
{
    private readonly Block[] _all;
    private readonly int[] _firsts; // the row each block begins with

    public Blocks(Block[] all)
    {
        _all = all;
        _firsts = new int[all.Length];
        for (var i = 0; i < all.Length; i++)
        {
            _firsts[i] = Count;
            Count += all[i].Count;
        }
    }

    public static Blocks None { get; } = new([]);

    public int Count { get; }

    public int Unseen => _all.Sum(block => block.Unseen);

    public int Flagged => _all.Sum(block => block.Flagged);

    public long Bytes => _all.Sum(block => block.Bytes);

    /// <summary>The block of a row and its place there.</summary>
    public (Block Block, int At) this[int row]
    {
        get
        {
            var i = Array.BinarySearch(_firsts, row);
            if (i < 0) i = ~i - 1;
            return (_all[i], row - _firsts[i]);
        }
    }

    /// <summary>The row of a uid; negative when it is not held.</summary>
    public int Find(uint uid)
    {
        var i = Holding(uid);
        if (i < 0) return -1;
        var at = _all[i].Find(uid);
        return at < 0 ? -1 : _firsts[i] + at;
    }

    public IReadOnlyList<Block> All => _all;

    /// <summary>The blocks, each with its first row.</summary>
    public IEnumerable<(int First, Block Block)> Each() => _firsts.Zip(_all);

    /// <summary>All uids, ascending.</summary>
    public IEnumerable<uint> Uids() => _all.SelectMany(block => Enumerable.Range(0, block.Count).Select(block.UidAt));

    public Blocks With(IReadOnlyList<FlagChange> changes)
    {
        if (changes.Count == 0 || _all.Length == 0) return this;

        var all = (Block[])_all.Clone();
        foreach (var group in changes.GroupBy(change => Holding(change.Uid.Value)))
            if (group.Key >= 0) all[group.Key] = all[group.Key].With(group);
        return new Blocks(all);
    }

    /// <summary>With cells put in by uid, others taken out, others made anew; blocks that none of it concerns stay the same.</summary>
    public Blocks With(IReadOnlyDictionary<uint, Cell> put, IReadOnlySet<uint> gone)
    {
        if (put.Count == 0 && gone.Count == 0) return this;

        var ordered = put.Values.OrderBy(cell => cell.Uid).ToList();
        var all = new List<Block>(_all.Length + 1);
        var next = 0;
        for (var i = 0; i < _all.Length; i++)
        {
            // Whatever lies between this block and the next belongs to this one; what lies before the first, to the first.
            var end = next;
            while (end < ordered.Count && (i == _all.Length - 1 || ordered[end].Uid < _all[i + 1].FirstUid)) end++;
            Rebuild(_all[i], ordered.GetRange(next, end - next), gone, all);
            next = end;
        }

        if (_all.Length == 0) Split(ordered, all);
        return new Blocks([.. all]);
    }

    private static void Rebuild(Block block, List<Cell> put, IReadOnlySet<uint> gone, List<Block> to)
    {
        if (put.Count == 0 && !gone.Any(uid => uid >= block.FirstUid && uid <= block.LastUid && block.Find(uid) >= 0))
        {
            to.Add(block);
            return;
        }

        var cells = new List<Cell>(block.Count + put.Count);
        var next = 0;
        for (var i = 0; i < block.Count; i++)
        {
            var uid = block.UidAt(i);
            while (next < put.Count && put[next].Uid < uid) cells.Add(put[next++]);
            if (next < put.Count && put[next].Uid == uid) cells.Add(put[next++]);
            else if (!gone.Contains(uid)) cells.Add(block.CellAt(i));
        }

        while (next < put.Count) cells.Add(put[next++]);
        Split(cells, to);
    }

    /// <summary>Halves what is too much for one block, so that mail that comes bit by bit leaves no crumbs.</summary>
    private static void Split(List<Cell> cells, List<Block> to)
    {
        if (cells.Count == 0) return;
        var parts = (cells.Count + Block.Most - 1) / Block.Most;
        for (var part = 0; part < parts; part++)
        {
            var (from, end) = (cells.Count * part / parts, cells.Count * (part + 1) / parts);
            to.Add(new Block(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(cells)[from..end]));
        }
    }

    private int Holding(uint uid)
    {
        var (low, high) = (0, _all.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (uid < _all[middle].FirstUid) high = middle - 1;
            else if (uid > _all[middle].LastUid) low = middle + 1;
            else return middle;
        }

        return -1;
    }
}
