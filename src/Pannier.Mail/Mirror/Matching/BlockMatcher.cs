using Pannier.Mail.Mirror.Columns;
using Pannier.Mail.Search;

namespace Pannier.Mail.Mirror.Matching;

/// <summary>Judges the messages of one mailbox by a search, a block at a time.</summary>
/// <param name="finds">What the servers found; null where only what is known here counts, as if it were all.</param>
internal sealed class BlockMatcher(MailboxId mailbox, uint uidValidity, SearchNode node, Finds? finds)
{
    private readonly Dictionary<SearchNode.Words, Term> _terms = node.Walk().OfType<SearchNode.Words>().Distinct().ToDictionary(words => words, words => new Term(words));

    public Bits Judge(Block block) => Judge(block, node).Sure;

    private Verdict Judge(Block block, SearchNode part) => part switch
    {
        SearchNode.All all => Each(block, all.Parts),
        SearchNode.Any any => any.Parts.Select(one => Judge(block, one)).Aggregate(Verdict.Of(Bits.None(block.Count)), static (left, right) => left | right),
        SearchNode.Not not => ~Judge(block, not.Part),
        SearchNode.Words words => Find(block, words),
        SearchNode.Marked marked => Where(block, (rows, i) => (rows.KeywordsAt(i) & marked.With) == marked.With && (rows.KeywordsAt(i) & marked.Without) == Keywords.None),
        SearchNode.Attached => new Verdict(Bits.Where(block, static (rows, i) => rows.AttachmentAt(i) == AttachmentMark.Yes), Bits.Where(block, static (rows, i) => rows.AttachmentAt(i) != AttachmentMark.No)),
        SearchNode.Received received => Where(block, (rows, i) => rows.ReceivedAt(i) >= received.From && rows.ReceivedAt(i) < received.Before),
        SearchNode.Sized sized => Where(block, (rows, i) => rows.SizeAt(i) >= sized.From && rows.SizeAt(i) < sized.Below),
        SearchNode.Among among => Verdict.Of(among.Mailboxes.Contains(mailbox) ? Bits.All(block.Count) : Bits.None(block.Count)),
        _ => throw new InvalidOperationException($"a name that nobody looked up: {part}"),
    };

    private static Verdict Where(Block block, Func<Block, int, bool> which) => Verdict.Of(Bits.Where(block, which));

    /// <summary>What costs least first; when nothing can match any more the rest is not looked at.</summary>
    private Verdict Each(Block block, IReadOnlyList<SearchNode> parts)
    {
        var verdict = Verdict.Of(Bits.All(block.Count));
        foreach (var part in parts.OrderBy(static part => part.Walk().OfType<SearchNode.Words>().Any()))
        {
            verdict &= Judge(block, part);
            if (verdict.Maybe.IsEmpty) break;
        }

        return verdict;
    }

    private Verdict Find(Block block, SearchNode.Words words)
    {
        var here = block.Searchable.Find(block, _terms[words]);
        if (finds is null || words.Field != SearchField.Anywhere) return Verdict.Of(here);
        if (finds.Of(mailbox, words) is not { } found || found.UidValidity != uidValidity) return new Verdict(here, Bits.All(block.Count));

        for (var i = FirstFrom(found.Uids, block.FirstUid); i < found.Uids.Count && found.Uids[i].Value <= block.LastUid; i++)
            if (block.Find(found.Uids[i].Value) is >= 0 and var at) here.Set(at);

        return Verdict.Of(here);
    }

    private static int FirstFrom(IReadOnlyList<Uid> uids, uint from)
    {
        var (low, high) = (0, uids.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (uids[middle].Value < from) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
