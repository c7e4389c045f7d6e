using Pannier.Mail.Lists;
using Pannier.Mail.Mirror.Columns;
using Pannier.Mail.Mirror.Matching;
using Pannier.Mail.Mirror.Threads;
using Pannier.Mail.Search;

namespace Pannier.Mail.Mirror.Views;

/// <summary>Lists out of one version of the mirror: merged over all mailboxes in one global order.</summary>
public static class MirrorLists
{
    /// <summary>One page. It tells of each account that is not read to its end, and why.</summary>
    /// <param name="finds">What the servers found of a search; null where only what is known here counts.</param>
    /// <param name="limit">Rows a page, 1 to 1,000.</param>
    public static Page List(MirrorVersion version, Query query, Finds? finds, PagePlace place, int limit)
    {
        var strands = Strands(version, query, finds);
        var shown = Shown(strands, query.Order, place, limit);
        if (place.Side == PageSide.Before && shown.Count < limit) (place, shown) = (PagePlace.First, Shown(strands, query.Order, PagePlace.First, limit));
        return new Page(
            [.. shown.Select(one => Row(version, finds, one.Key)).Select(row => query.Grouping == Grouping.Conversations ? Headed(version, row) : row)],
            shown.Count > 0 && IsFollowed(strands, shown[^1]) ? Cursor(shown[^1]) : null,
            strands.Sum(strand => strand.Total),
            [.. Asked(version, query).Select(account => new AccountAnswer(account.Account, account.Fault) { Filling = Filling(account, query) })])
        {
            Previous = place.Cursor is not null && shown.Count > 0 && IsPreceded(strands, shown[0]) ? Cursor(shown[0]) : null,
        };
    }

    /// <summary>The messages before and after one in a list; null where it is the first or last, or is not in the list any more.</summary>
    public static Neighbours Neighbours(MirrorVersion version, Query query, Finds? finds, MessageKey key)
    {
        if (Here(version, query.Order, finds, key) is not { } here) return new Neighbours(null, null);

        var (before, after) = (new List<Candidate>(), new List<Candidate>());
        foreach (var strand in Strands(version, query, finds))
        {
            strand.Before(here, 1, before);
            strand.After(here, 1, after);
        }

        MessageKey? older = after.Count == 0 ? null : after.Min(query.Order.Forwards).Key;
        if (before.Count == 0) return new Neighbours(null, older);

        var newer = before.Max(query.Order.Forwards);
        return new Neighbours(newer.Key, older) { Place = PagePlace.After(Cursor(newer)) };
    }

    /// <summary>How many messages match, by what is known here.</summary>
    public static int Count(MirrorVersion version, Query query) => Strands(version, query, null).Sum(strand => strand.Total);

    /// <summary>The mailboxes a list looks into.</summary>
    public static IEnumerable<Mailbox> Mailboxes(MirrorVersion version, Query query) => Asked(version, query).SelectMany(account => ScopeMailboxes.Of(query, account.Mailboxes));

    /// <summary>Those of them that are not read at all yet.</summary>
    public static IEnumerable<Mailbox> Unread(MirrorVersion version, Query query) =>
        Mailboxes(version, query).Where(mailbox => version.Accounts[mailbox.Account].Images.GetValueOrDefault(mailbox.Id)?.Point.HeldFrom is null);

    /// <summary>The accounts a list looks into.</summary>
    public static IEnumerable<AccountImage> Asked(MirrorVersion version, Query query) =>
        version.Accounts.Values.Where(account => query.Scope is Scope.One one ? account.Account == one.Account : query.Mailboxes is { } chosen ? account.Mailboxes.Any(mailbox => chosen.Contains(mailbox.Id)) : account.Combined == InCombinedViews.Shown);

    /// <summary>How far all of an account is read in; null when to its end.</summary>
    public static Filling? Filling(AccountImage account) => Filling(account, account.Mailboxes.Where(mailbox => mailbox.Selectable));

    private static Row Headed(MirrorVersion version, Row row) => row with { Conversation = Conversations.Summary(Conversations.Of(version, row.Key) is { Count: > 0 } rows ? rows : [row]) };

    private static List<Candidate> Shown(IReadOnlyList<IStrand> strands, ListOrder order, PagePlace place, int limit)
    {
        var merged = new List<Candidate>();
        foreach (var strand in strands)
        {
            if (place is { Side: PageSide.Before, Cursor: { } end }) strand.Before(end.Place, limit, merged);
            else strand.After(place.Cursor?.Place, limit, merged);
        }

        merged.Sort(order.Compare);
        return place.Side == PageSide.Before ? [.. merged.TakeLast(limit)] : [.. merged.Take(limit)];
    }

    private static bool IsFollowed(IReadOnlyList<IStrand> strands, Candidate place) => Any(strands, (strand, to) => strand.After(place, 1, to));

    private static bool IsPreceded(IReadOnlyList<IStrand> strands, Candidate place) => Any(strands, (strand, to) => strand.Before(place, 1, to));

    private static bool Any(IReadOnlyList<IStrand> strands, Action<IStrand, List<Candidate>> look)
    {
        var found = new List<Candidate>();
        foreach (var strand in strands)
        {
            look(strand, found);
            if (found.Count > 0) return true;
        }

        return false;
    }

    private static Cursor Cursor(Candidate one) => new(one.ReceivedAt, one.Key, one.Sort);

    private static List<IStrand> Strands(MirrorVersion version, Query query, Finds? finds)
    {
        var strands = new List<IStrand>();
        var parts = new Dictionary<MailboxId, HeadsPart>();
        var heads = query.Grouping != Grouping.None && version.Threads is { } threads ? new Heads(threads, query, parts) : null;
        var looked = Mailboxes(version, query).Where(mailbox => version.Accounts[mailbox.Account].Images.ContainsKey(mailbox.Id)).ToList();
        var images = looked.ConvertAll(mailbox => version.Accounts[mailbox.Account].Images[mailbox.Id]);
        foreach (var (image, rows) in images.Zip(Judging.Of(images, query, looked.ConvertAll(mailbox => mailbox.Role), finds)))
        {
            parts[image.Mailbox] = new HeadsPart(image, rows);
            strands.Add(query.Order.By == SortBy.Date ? new DateStrand(image, rows, query.Order, heads) : new KeyStrand(image, rows, query.Order, heads));
        }

        if (Loose(version, finds, query.Order) is { Count: > 0 } loose) strands.Add(new LooseStrand(loose, query.Order));
        return strands;
    }

    /// <summary>Those found that have not been read in since.</summary>
    private static List<Candidate> Loose(MirrorVersion version, Finds? finds, ListOrder order) =>
        finds is null ? [] : [.. finds.Loose.Where(row => Held(version, row.Key) is null).Select(row => Place(row.Key, Block(row.Message), 0, order))];

    private static Filling? Filling(AccountImage account, Query query) => Filling(account, ScopeMailboxes.Of(query, account.Mailboxes));

    private static Filling? Filling(AccountImage account, IEnumerable<Mailbox> mailboxes)
    {
        if (account.Mailboxes.Count == 0) return account.Stage == SyncStage.Failing ? null : new Filling(0, 0);

        mailboxes = [.. mailboxes];
        var (held, of) = (0, 0);
        foreach (var mailbox in mailboxes)
        {
            var image = account.Images.GetValueOrDefault(mailbox.Id);
            held += image?.Count ?? 0;
            of += image?.Point is { Complete: true } ? image.Count : Math.Max(mailbox.State?.Exists ?? 0, image?.Point.Exists ?? 0);
        }

        return held < of ? new Filling(held, of) { Since = mailboxes.Select(mailbox => ReadIn(account, mailbox)).Where(one => one.Held < one.Of).Max(one => one.Since) } : null;
    }

    /// <summary>How far a mailbox is read in.</summary>
    public static MailboxReadIn ReadIn(AccountImage account, Mailbox mailbox)
    {
        var image = account.Told.GetValueOrDefault(mailbox.Id);
        var isWhole = image?.Point.Complete == true;
        return new MailboxReadIn(mailbox, image?.Count ?? 0, isWhole ? image!.Count : Math.Max(mailbox.State?.Exists ?? 0, image?.Point.Exists ?? 0), isWhole || image is null or { Count: 0 } ? null : DateTimeOffset.FromUnixTimeSeconds(image.ReceivedAt(image.Newest(image.Count - 1))));
    }

    private static Candidate? Here(MirrorVersion version, ListOrder order, Finds? finds, MessageKey key) =>
        Held(version, key) is { } image ? new Candidate(DateTimeOffset.FromUnixTimeSeconds(image.ReceivedAt(image.Find(key.Uid))), key, image.SortTextAt(image.Find(key.Uid), order.By))
        : finds?.Loose.Find(row => row.Key == key) is { } loose ? Place(key, Block(loose.Message), 0, order)
        : null;

    private static Candidate Place(MessageKey key, Block block, int at, ListOrder order) => new(DateTimeOffset.FromUnixTimeSeconds(block.ReceivedAt(at)), key, SortText.Of(block, at, order.By));

    private static Block Block(MessageRow row) => new([Cell.Of(row, MessageLinks.None)]);

    /// <summary>The image that holds a message; null when none does.</summary>
    private static MailboxImage? Held(MirrorVersion version, MessageKey key) =>
        version.Accounts.GetValueOrDefault(key.Account)?.Images.GetValueOrDefault(key.Mailbox) is { } image && image.Point.UidValidity == key.UidValidity && image.Find(key.Uid) >= 0 ? image : null;

    private static Row Row(MirrorVersion version, Finds? finds, MessageKey key) =>
        Held(version, key) is { } image ? new Row(key, image.Read(image.Find(key.Uid))) : finds!.Loose.Find(row => row.Key == key)!; // shown is held or loose
}
