using Pannier.Mail.Lists;

namespace Pannier.Mail.Mirror.Views;

/// <summary>Lists out of one version of the mirror: merged over all mailboxes in one global order, any page as cheap as the first.</summary>
public static class MirrorLists
{
    /// <summary>Whether the mirror can answer: what asks for words in messages is the servers' to find.</summary>
    public static bool Answers(Query query) => query.Search is { Text.Count: 0, From: null, Subject: null, Body: null, MessageId: null };

    /// <summary>One page after the cursor, or the first. It tells of each account that is not read to its end, and why.</summary>
    /// <param name="limit">Rows a page, 1 to 500.</param>
    public static Page List(MirrorVersion version, Query query, Cursor? after, int limit)
    {
        var strands = Strands(version, query);
        Candidate? place = after is null ? null : new Candidate(after.ReceivedAt, after.Key);
        var merged = new List<Candidate>();
        foreach (var strand in strands) strand.After(place, limit + 1, merged);
        merged.Sort();
        var shown = merged.Take(limit).ToList();
        return new Page(
            [.. shown.Select(one => new Row(one.Key, Read(version, one.Key)))],
            merged.Count > limit ? new Cursor(shown[^1].ReceivedAt, shown[^1].Key) : null,
            strands.Sum(strand => strand.Total),
            [.. Asked(version, query.Scope).Select(account => new AccountAnswer(account.Account, account.Fault) { Filling = Filling(account, query.Scope) })]);
    }

    /// <summary>The messages before and after one in a list; null where it is the first or last, or is not in the list any more.</summary>
    public static Neighbours Neighbours(MirrorVersion version, Query query, MessageKey key)
    {
        if (Image(version, key) is not { } image || image.Find(key.Uid) is not (>= 0 and var row)) return new Neighbours(null, null);

        var here = new Candidate(DateTimeOffset.FromUnixTimeSeconds(image.ReceivedAt(row)), key);
        Candidate? newer = null;
        var older = new List<Candidate>();
        foreach (var strand in Strands(version, query))
        {
            if (strand.Before(here) is { } before && (newer is null || before.CompareTo(newer.Value) > 0)) newer = before;
            strand.After(here, 1, older);
        }

        return new Neighbours(newer?.Key, older.Count == 0 ? null : older.Min().Key);
    }

    /// <summary>The mailboxes a list looks into.</summary>
    public static IEnumerable<Mailbox> Mailboxes(MirrorVersion version, Scope scope) => Asked(version, scope).SelectMany(account => ScopeMailboxes.Of(scope, account.Mailboxes));

    /// <summary>Those of them that are not read at all yet.</summary>
    public static IEnumerable<Mailbox> Unread(MirrorVersion version, Scope scope) =>
        Mailboxes(version, scope).Where(mailbox => version.Accounts[mailbox.Account].Images.GetValueOrDefault(mailbox.Id)?.Point.HeldFrom is null);

    /// <summary>The accounts a list looks into.</summary>
    public static IEnumerable<AccountImage> Asked(MirrorVersion version, Scope scope) =>
        version.Accounts.Values.Where(account => scope is Scope.One one ? account.Account == one.Account : account.Combined == InCombinedViews.Shown);

    private static List<Strand> Strands(MirrorVersion version, Query query)
    {
        var terms = ScopeMailboxes.Terms(query);
        return
        [
            .. Asked(version, query.Scope)
                .SelectMany(account => ScopeMailboxes.Of(query.Scope, account.Mailboxes).Select(mailbox => account.Images.GetValueOrDefault(mailbox.Id)))
                .OfType<MailboxImage>()
                .Select(image => new Strand(image, terms.With, terms.Without)),
        ];
    }

    /// <summary>How far all of an account is read in; null when to its end.</summary>
    public static Filling? Filling(AccountImage account) => Filling(account, account.Mailboxes.Where(mailbox => mailbox.Selectable));

    private static Filling? Filling(AccountImage account, Scope scope) => Filling(account, ScopeMailboxes.Of(scope, account.Mailboxes));

    private static Filling? Filling(AccountImage account, IEnumerable<Mailbox> mailboxes)
    {
        if (account.Mailboxes.Count == 0) return account.Stage == SyncStage.Failing ? null : new Filling(0, 0);

        var (held, of) = (0, 0);
        foreach (var mailbox in mailboxes)
        {
            var image = account.Images.GetValueOrDefault(mailbox.Id);
            held += image?.Count ?? 0;
            of += image?.Point is { Complete: true } ? image.Count : Math.Max(mailbox.State?.Exists ?? 0, image?.Point.Exists ?? 0);
        }

        return held < of ? new Filling(held, of) : null;
    }

    private static MailboxImage? Image(MirrorVersion version, MessageKey key) =>
        version.Accounts.GetValueOrDefault(key.Account)?.Images.GetValueOrDefault(key.Mailbox) is { } image && image.Point.UidValidity == key.UidValidity ? image : null;

    private static MessageRow Read(MirrorVersion version, MessageKey key)
    {
        var image = version.Accounts[key.Account].Images[key.Mailbox];
        return image.Read(image.Find(key.Uid));
    }
}
