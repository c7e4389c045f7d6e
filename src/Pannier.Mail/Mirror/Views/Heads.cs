using Pannier.Mail.Lists;
using Pannier.Mail.Mirror.Columns;
using Pannier.Mail.Mirror.Threads;

namespace Pannier.Mail.Mirror.Views;

/// <summary>Of a list's messages those that stand for their conversation, or for all their copies: the first of each in the list's order.</summary>
internal sealed class Heads(ThreadTable threads, Query query, IReadOnlyDictionary<MailboxId, HeadsPart> parts)
{
    public bool IsHead(Candidate one)
    {
        if (!parts.TryGetValue(one.Key.Mailbox, out var own) || own.Image.Find(one.Key.Uid) is not (>= 0 and var row)) return true; // found by a server, not read in

        var id = own.Image.LinksAt(row).Id;
        foreach (var member in threads.Members(one.Key, id))
            if (member.Key != one.Key && (query.Grouping == Grouping.Conversations || member.Id == id) && Place(member.Key) is { } other && query.Order.Compare(other, one) < 0) return false;

        return true;
    }

    /// <summary>Where another message stands in the list; null when it does not.</summary>
    private Candidate? Place(MessageKey key) =>
        parts.TryGetValue(key.Mailbox, out var part) && part.Image.Point.UidValidity == key.UidValidity && part.Image.Find(key.Uid) is >= 0 and var row && part.Rows.Has(row)
            ? new Candidate(DateTimeOffset.FromUnixTimeSeconds(part.Image.ReceivedAt(row)), key, query.Order.By == SortBy.Date ? "" : part.Image.SortTextAt(row, query.Order.By))
            : null;
}
