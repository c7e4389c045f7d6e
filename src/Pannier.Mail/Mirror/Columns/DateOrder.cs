namespace Pannier.Mail.Mirror.Columns;

/// <summary>The rows of a mailbox by INTERNALDATE, newest first, ties by the higher uid; kept, not sorted anew, as rows come and go.</summary>
internal static class DateOrder
{
    public static int[] Of(Blocks rows) => Sorted(rows, [.. Enumerable.Range(0, rows.Count)]);

    /// <summary>The order after a change: rows that stayed keep their turn, new ones are merged in.</summary>
    public static int[] After(Blocks before, int[] order, Blocks rows, IReadOnlyDictionary<uint, Cell> put)
    {
        // 1. Where the rows that stayed are now; both stand in uid order.
        var now = new int[before.Count];
        var fresh = new List<int>();
        using var uids = rows.Uids().GetEnumerator();
        var (row, more) = (0, uids.MoveNext());
        var old = 0;
        foreach (var uid in before.Uids())
        {
            while (more && uids.Current < uid) Skip();
            if (more && uids.Current == uid && !put.ContainsKey(uid)) now[old] = row;
            else now[old] = -1;
            if (more && uids.Current == uid) Skip();
            old++;
        }

        while (more) Skip();

        // 2. Merge.
        var added = Sorted(rows, [.. fresh]);
        var merged = new int[rows.Count];
        var (at, next) = (0, 0);
        foreach (var place in order)
        {
            if (now[place] is var stayed && stayed < 0) continue;
            while (next < added.Length && Compare(rows, added[next], stayed) < 0) merged[at++] = added[next++];
            merged[at++] = stayed;
        }

        while (next < added.Length) merged[at++] = added[next++];
        return merged;

        void Skip()
        {
            if (put.ContainsKey(uids.Current)) fresh.Add(row);
            row++;
            more = uids.MoveNext();
        }
    }

    private static int[] Sorted(Blocks rows, int[] which)
    {
        Array.Sort(which, (left, right) => Compare(rows, left, right));
        return which;
    }

    private static int Compare(Blocks rows, int left, int right)
    {
        var order = At(rows, right).CompareTo(At(rows, left));
        return order == 0 ? right.CompareTo(left) : order;
    }

    private static long At(Blocks rows, int row)
    {
        var (block, at) = rows[row];
        return block.ReceivedAt(at);
    }
}
