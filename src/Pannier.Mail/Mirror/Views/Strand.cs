using Pannier.Mail.Lists;

namespace Pannier.Mail.Mirror.Views;

/// <summary>One mailbox's part of a list: its rows newest first, those alone that have, and have not, certain keywords.</summary>
internal readonly struct Strand(MailboxImage image, Keywords with, Keywords without)
{
    /// <summary>Up to <paramref name="limit"/> messages that come after a place in the list, or the first ones.</summary>
    public void After(Candidate? place, int limit, List<Candidate> to)
    {
        if (IsEmpty) return;
        for (var at = place is { } p ? FirstAfter(p) : 0; at < image.Count && limit > 0; at++)
        {
            if (!Matches(at)) continue;
            to.Add(this[at]);
            limit--;
        }
    }

    /// <summary>The last message that comes before a place in the list; null when none does.</summary>
    public Candidate? Before(Candidate place)
    {
        if (IsEmpty) return null;
        for (var at = FirstAfter(place) - 1; at >= 0; at--)
            if (Matches(at) && this[at].Key != place.Key) return this[at];

        return null;
    }

    /// <summary>How many messages there are, counting those on the server that are not held yet where none is left out by its keywords.</summary>
    public int Total => (with, without) switch
    {
        (Keywords.None, Keywords.None) => Math.Max(image.Count, image.Point.Exists),
        (Keywords.None, Keywords.Seen) => image.Unseen,
        (Keywords.Flagged, Keywords.None) => image.Flagged,
        _ => Counted(),
    };

    private bool IsEmpty => (without.HasFlag(Keywords.Seen) && image.Unseen == 0) || (with.HasFlag(Keywords.Flagged) && image.Flagged == 0);

    private Candidate this[int at]
    {
        get
        {
            var row = image.Newest(at);
            return new Candidate(DateTimeOffset.FromUnixTimeSeconds(image.ReceivedAt(row)), image.KeyAt(row));
        }
    }

    private bool Matches(int at)
    {
        if (with == Keywords.None && without == Keywords.None) return true;
        var keywords = image.KeywordsAt(image.Newest(at));
        return (keywords & with) == with && (keywords & without) == Keywords.None;
    }

    private int Counted()
    {
        var count = 0;
        for (var at = 0; at < image.Count; at++)
            if (Matches(at)) count++;

        return count;
    }

    private int FirstAfter(Candidate place)
    {
        var (low, high) = (0, image.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (this[middle].CompareTo(place) > 0) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
