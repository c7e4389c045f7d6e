using Pannier.Mail.Mirror.Threads;

namespace Pannier.Mail.Mirror.Sync;

/// <summary>Looks at one mailbox and tells what is different from its image: the newest messages when nothing is held yet, else what came, went or got other flags.</summary>
/// <remarks>Quirks it lives with: no mod-sequences, mod-sequences that run backwards, messages that go while they are read.</remarks>
internal sealed class MailboxLook(LinkHash links, SyncPieces pieces, TimeProvider clock)
{
    /// <returns>Null when nothing is different.</returns>
    /// <exception cref="MailFault">The server or the way to it failed; nothing is half told.</exception>
    public async Task<LookResult> AtAsync(IMailConnection connection, MailboxName name, MailboxImage image, IReadOnlyList<Uid>? below, FlagTrust trust, CancellationToken cancellation)
    {
        var state = await connection.SelectAsync(name, cancellation);
        var mailbox = new MailboxRef(name, state.UidValidity);
        return LookPlan.Of(image.Point, state, trust) is var plan && plan is LookPlan.Anew
            ? await FirstAsync(connection, mailbox, state, image, cancellation)
            : await ChangesAsync(connection, mailbox, state, image, plan, trust, below, cancellation);
    }

    private async Task<LookResult> FirstAsync(IMailConnection connection, MailboxRef mailbox, MailboxState state, MailboxImage image, CancellationToken cancellation)
    {
        var uids = state.Exists == 0 ? [] : await connection.SearchAsync(mailbox, SearchTerms.All, cancellation);
        var below = uids.SkipLast(pieces.First).ToList();
        var rows = await connection.RowsAsync(mailbox, [.. uids.Skip(below.Count)], Previews.Read, cancellation);
        return new LookResult(
            state,
            new MailboxDelta(image.Mailbox, Point(state, below.Count == 0 ? new Uid(1) : uids[below.Count], Now())) { Added = Fetched(rows, mailbox, image) },
            below);
    }

    private async Task<LookResult> ChangesAsync(
        IMailConnection connection, MailboxRef mailbox, MailboxState state, MailboxImage image, LookPlan plan, FlagTrust trust, IReadOnlyList<Uid>? below, CancellationToken cancellation)
    {
        // 1. What came and what has other flags.
        var point = image.Point;
        var from = point.HeldFrom!.Value; // else it would be read anew
        var (told, vanished) = plan switch
        {
            LookPlan.Still => new MailboxChanges([], null),
            LookPlan.Since since => await connection.ChangesAsync(mailbox, from, since.ModSeq, cancellation),
            _ => new MailboxChanges([.. (await connection.IndexAsync(mailbox, from, cancellation)).Select(entry => new FlagChange(entry.Uid, entry.Keywords))], null),
        };
        var flags = told.Where(entry => image.Find(entry.Uid) is >= 0 and var row && image.KeywordsAt(row) != entry.Keywords).ToList();
        var come = told.Where(entry => image.Find(entry.Uid) < 0).Select(entry => entry.Uid).ToList();

        // 2. What went: as the server tells, if the count agrees; else by asking for all uids.
        IReadOnlyList<Uid> gone = [];
        if (vanished is { IsEmpty: false })
        {
            gone = [.. image.Uids().Where(vanished.Has)];
            below = below is null ? null : [.. below.Where(uid => !vanished.Has(uid))];
        }

        if (plan is LookPlan.Compare)
        {
            var there = told.Select(entry => entry.Uid).ToHashSet();
            gone = [.. image.Uids().Where(uid => !there.Contains(uid))];
        }

        if (!LookPlan.AddsUp(below?.Count ?? (point.Complete ? 0 : null), image.Count, gone.Count, come.Count, state))
        {
            var all = await connection.SearchAsync(mailbox, SearchTerms.All, cancellation);
            var there = all.ToHashSet();
            gone = [.. image.Uids().Where(uid => !there.Contains(uid))];
            come = [.. all.Where(uid => uid >= from && image.Find(uid) < 0)];
            below = [.. all.Where(uid => uid < from)];
        }

        // 3. The rows of what came, newest first.
        var added = new List<MessageRow>();
        foreach (var batch in come.OrderDescending().Chunk(pieces.Rows))
            added.AddRange(await connection.RowsAsync(mailbox, [.. batch.Order()], batch.Length <= pieces.First ? Previews.Read : Previews.Headers, cancellation));

        var next = Point(state, below is { Count: 0 } ? new Uid(1) : from, trust == FlagTrust.Audit ? Now() : point.ComparedAt);
        var delta = new MailboxDelta(image.Mailbox, next) { Added = Fetched(added, mailbox, image), Flags = flags, Gone = gone };
        return new LookResult(state, delta.IsBare && next == point ? null : delta, below);
    }

    private static SyncPoint Point(MailboxState state, Uid heldFrom, DateTimeOffset? comparedAt) =>
        new(state.UidValidity, state.UidNext, state.Exists, state.HighestModSeq, heldFrom) { ComparedAt = comparedAt };

    /// <summary>To the second, as it is kept.</summary>
    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds());

    /// <summary>Rows with what ties them to others, hashed.</summary>
    public IReadOnlyList<FetchedMessage> Fetched(IEnumerable<MessageRow> rows, MailboxRef mailbox, MailboxImage image) =>
        [.. rows.Select(row => new FetchedMessage(row, links.Of(image.Account, mailbox, image.Mailbox, row)))];
}
