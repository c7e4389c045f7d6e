using Pannier.Mail.Lists;

namespace Pannier.Mail.Mirror.Views;

/// <summary>A mailbox's part of a list by date: its permutation is walked, any page as cheap as the first.</summary>
internal sealed class DateStrand(MailboxImage image, Rows rows, ListOrder order, Heads? heads) : IStrand
{
    public int Total => rows.Total;

    public void After(Candidate? place, int limit, List<Candidate> to)
    {
        if (rows.IsEmpty) return;
        for (var at = place is { } p ? FirstAfter(p) : 0; at < image.Count && limit > 0; at++)
        {
            if (!rows.Has(Row(at)) || heads?.IsHead(this[at]) == false) continue;
            to.Add(this[at]);
            limit--;
        }
    }

    public void Before(Candidate place, int limit, List<Candidate> to)
    {
        if (rows.IsEmpty) return;
        for (var at = FirstAfter(place) - 1; at >= 0 && limit > 0; at--)
        {
            if (!rows.Has(Row(at)) || this[at].Key == place.Key || heads?.IsHead(this[at]) == false) continue;
            to.Add(this[at]);
            limit--;
        }
    }

    private Candidate this[int at] => new(DateTimeOffset.FromUnixTimeSeconds(image.ReceivedAt(Row(at))), image.KeyAt(Row(at)), "");

    private int Row(int at) => image.Newest(order.Direction == Direction.Descending ? at : image.Count - 1 - at);

    private int FirstAfter(Candidate place)
    {
        var (low, high) = (0, image.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (order.Compare(this[middle], place) > 0) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
