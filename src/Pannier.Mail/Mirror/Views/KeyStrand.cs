using Pannier.Mail.Lists;
using Pannier.Mail.Mirror.Columns;

namespace Pannier.Mail.Mirror.Views;

/// <summary>A mailbox's part of a list by anything but the date: the best beyond a place in one pass over keys of eight bytes.</summary>
internal sealed class KeyStrand(MailboxImage image, Rows rows, ListOrder order, Heads? heads) : IStrand
{
    public int Total => rows.Total;

    public void After(Candidate? place, int limit, List<Candidate> to) => Best(order.Forwards, order.Direction == Direction.Ascending ? 1 : -1, place, limit, to);

    public void Before(Candidate place, int limit, List<Candidate> to) => Best(order.Backwards, order.Direction == Direction.Ascending ? -1 : 1, place, limit, to);

    /// <param name="sign">1 where low keys come first in this direction.</param>
    private void Best(IComparer<Candidate> comparer, int sign, Candidate? place, int limit, List<Candidate> to)
    {
        if (rows.IsEmpty) return;
        ulong? from = place is { } p ? SortKeys.Key(p.Sort) : null;
        var best = new PriorityQueue<Candidate, Candidate>(Comparer<Candidate>.Create((left, right) => comparer.Compare(right, left))); // the worst in front
        for (var row = 0; row < image.Count; row++)
        {
            if (!rows.Has(row)) continue;
            var key = image.SortKeyAt(row, order.By);
            if (from is { } least && key.CompareTo(least) * sign < 0) continue;
            if (best.Count == limit && key.CompareTo(SortKeys.Key(best.Peek().Sort)) * sign > 0) continue;

            var one = new Candidate(DateTimeOffset.FromUnixTimeSeconds(image.ReceivedAt(row)), image.KeyAt(row), image.SortTextAt(row, order.By));
            if ((place is { } here && comparer.Compare(one, here) <= 0) || heads?.IsHead(one) == false) continue;
            best.Enqueue(one, one);
            if (best.Count > limit) best.Dequeue();
        }

        to.AddRange(best.UnorderedItems.Select(item => item.Element));
    }
}
