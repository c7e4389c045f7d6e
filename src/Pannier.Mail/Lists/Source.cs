namespace Pannier.Mail.Lists;

/// <summary>One mailbox's matching messages, newest first: a list is merged from these.</summary>
internal sealed record Source(AccountId Account, MailboxId Mailbox, uint UidValidity, IReadOnlyList<IndexEntry> NewestFirst)
{
    /// <summary>Up to <paramref name="limit"/> messages that come after a place in the list, or the first ones.</summary>
    public IEnumerable<Candidate> After(Candidate? place, int limit)
    {
        for (var at = place is { } p ? FirstAfter(p) : 0; at < NewestFirst.Count && limit-- > 0; at++) yield return this[at];
    }

    /// <summary>The last message that comes before a place in the list; null when none does.</summary>
    public Candidate? Before(Candidate place)
    {
        var at = FirstAfter(place) - 1;
        if (at >= 0 && this[at].Key == place.Key) at--;
        return at >= 0 ? this[at] : null;
    }

    private Candidate this[int at] => new(NewestFirst[at].ReceivedAt, new MessageKey(Account, Mailbox, UidValidity, NewestFirst[at].Uid));

    private int FirstAfter(Candidate place)
    {
        var (low, high) = (0, NewestFirst.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (this[middle].CompareTo(place) > 0) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
