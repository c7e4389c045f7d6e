namespace Pannier.Mail.Mirror.Sync;

/// <summary>Looks at one mailbox and tells what is different from its image: the newest messages when nothing is held yet, else what came, went or got other flags.</summary>
/// <remarks>Quirks it lives with: no mod-sequences, mod-sequences that run backwards, messages that go while they are read.</remarks>
internal static class MailboxLook
{
    /// <summary>Rows read at first: a page of them, with previews.</summary>
    public const int FirstRows = 50;

    /// <summary>Rows of one fetch, some 200 ms of a server's work.</summary>
    public const int Rows = 200;

    /// <returns>Null when nothing is different.</returns>
    /// <exception cref="MailFault">The server or the way to it failed; nothing is half told.</exception>
    public static async Task<LookResult> AtAsync(IMailConnection connection, MailboxName name, MailboxImage image, IReadOnlyList<Uid>? below, CancellationToken cancellation)
    {
        var state = await connection.SelectAsync(name, cancellation);
        var mailbox = new MailboxRef(name, state.UidValidity);
        return image.Point.HeldFrom is not { } from || image.Point.UidValidity != state.UidValidity
            ? await FirstAsync(connection, mailbox, state, image, cancellation)
            : await ChangesAsync(connection, mailbox, state, image, from, below, cancellation);
    }

    private static async Task<LookResult> FirstAsync(IMailConnection connection, MailboxRef mailbox, MailboxState state, MailboxImage image, CancellationToken cancellation)
    {
        var uids = state.Exists == 0 ? [] : await connection.SearchAsync(mailbox, SearchTerms.All, cancellation);
        var below = uids.SkipLast(FirstRows).ToList();
        var rows = await connection.RowsAsync(mailbox, [.. uids.Skip(below.Count)], Previews.Read, cancellation);
        return new LookResult(
            state,
            new MailboxDelta(image.Mailbox, Point(state, below.Count == 0 ? new Uid(1) : uids[below.Count])) { Added = Fetched(rows) },
            below);
    }

    private static async Task<LookResult> ChangesAsync(
        IMailConnection connection, MailboxRef mailbox, MailboxState state, MailboxImage image, Uid from, IReadOnlyList<Uid>? below, CancellationToken cancellation)
    {
        // 1. What came and what has other flags.
        var point = image.Point;
        var byModSeq = point.HighestModSeq is { } since && state.HighestModSeq is { } now && now >= since;
        var told = !byModSeq ? await connection.IndexAsync(mailbox, from, cancellation)
            : state.HighestModSeq == point.HighestModSeq ? []
            : await connection.ChangesAsync(mailbox, from, point.HighestModSeq ?? 0, cancellation);
        var flags = told.Where(entry => image.Find(entry.Uid) is >= 0 and var row && image.KeywordsAt(row) != entry.Keywords).Select(entry => new FlagChange(entry.Uid, entry.Keywords)).ToList();
        var come = told.Where(entry => image.Find(entry.Uid) < 0).Select(entry => entry.Uid).ToList();

        // 2. What went: by the count when that can tell, else by asking for all uids.
        IReadOnlyList<Uid> gone = [];
        if (!byModSeq)
        {
            var there = told.Select(entry => entry.Uid).ToHashSet();
            gone = [.. image.Uids().Where(uid => !there.Contains(uid))];
        }

        var isKnown = below is not null || point.Complete;
        if (!isKnown || (below?.Count ?? 0) + image.Count - gone.Count + come.Count != state.Exists)
        {
            var all = await connection.SearchAsync(mailbox, SearchTerms.All, cancellation);
            var there = all.ToHashSet();
            gone = [.. image.Uids().Where(uid => !there.Contains(uid))];
            come = [.. all.Where(uid => uid >= from && image.Find(uid) < 0)];
            below = [.. all.Where(uid => uid < from)];
        }

        // 3. The rows of what came, newest first.
        var added = new List<MessageRow>();
        foreach (var batch in come.OrderDescending().Chunk(Rows))
            added.AddRange(await connection.RowsAsync(mailbox, [.. batch.Order()], batch.Length <= FirstRows ? Previews.Read : Previews.Headers, cancellation));

        var next = Point(state, below is { Count: 0 } ? new Uid(1) : from);
        var delta = new MailboxDelta(image.Mailbox, next) { Added = Fetched(added), Flags = flags, Gone = gone };
        return new LookResult(state, delta.IsBare && next == point ? null : delta, below);
    }

    private static SyncPoint Point(MailboxState state, Uid heldFrom) => new(state.UidValidity, state.UidNext, state.Exists, state.HighestModSeq, heldFrom);

    public static IReadOnlyList<FetchedMessage> Fetched(IEnumerable<MessageRow> rows) => [.. rows.Select(row => new FetchedMessage(row, [], null, null))];
}
