using System.Collections.Concurrent;

namespace Pannier.Mail.Lists;

/// <summary>Lists that ask the servers live: every account in parallel, merged in one global order with a keyset cursor.</summary>
/// <remarks>
/// One per person while they are here. Each mailbox keeps its order in memory (<see cref="MailboxIndex"/>), so a page
/// costs one SELECT a mailbox and the rows it shows. An account that fails is told of on the page and leaves the others be.
/// </remarks>
public sealed class LiveLists(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(20);
    private readonly ConcurrentDictionary<(AccountId, MailboxId), MailboxView> _views = new();

    /// <summary>One page after the cursor, or the first.</summary>
    /// <param name="limit">Rows a page, 1 to 500.</param>
    public async Task<Page> ListAsync(IReadOnlyList<OpenAccount> accounts, Query query, Cursor? after, int limit, CancellationToken cancellation)
    {
        var asked = Asked(accounts, query.Scope);
        var found = await Task.WhenAll(asked.Select(account => GuardAsync(account, token => SourcesAsync(account, query, token), cancellation)));
        var sources = found.SelectMany(part => part.Value ?? []).ToList();
        Candidate? place = after is null ? null : new Candidate(after.ReceivedAt, after.Key);
        var merged = sources.SelectMany(source => source.After(place, limit + 1)).Order().Take(limit + 1).ToList();
        var shown = merged.Take(limit).ToList();

        var read = await Task.WhenAll(shown
            .GroupBy(candidate => candidate.Key.Account)
            .Select(group => accounts.First(account => account.Id == group.Key))
            .Select(account => GuardAsync(account, token => RowsAsync(account, [.. shown.Where(one => one.Key.Account == account.Id)], token), cancellation)));
        var rows = read.SelectMany(part => part.Value ?? []).ToDictionary(row => row.Key);
        var next = merged.Count > limit ? new Cursor(shown[^1].ReceivedAt, shown[^1].Key) : null;
        var faults = found.Select(part => (part.Account, part.Fault)).Concat(read.Select(part => (part.Account, part.Fault))).Where(part => part.Fault is not null).ToLookup(part => part.Account, part => part.Fault);
        return new Page(
            [.. shown.Where(one => rows.ContainsKey(one.Key)).Select(one => rows[one.Key])],
            next,
            sources.Sum(source => source.NewestFirst.Count),
            [.. asked.Select(account => new AccountAnswer(account.Id, faults[account.Id].FirstOrDefault()))]);
    }

    /// <summary>The messages before and after one in a list; null where it is the first or last, or is not in the list any more.</summary>
    public async Task<Neighbours> NeighboursAsync(IReadOnlyList<OpenAccount> accounts, Query query, MessageKey key, CancellationToken cancellation)
    {
        var found = await Task.WhenAll(Asked(accounts, query.Scope).Select(account => GuardAsync(account, token => SourcesAsync(account, query, token), cancellation)));
        var sources = found.SelectMany(part => part.Value ?? []).ToList();
        var place = sources
            .Where(source => source.Account == key.Account && source.Mailbox == key.Mailbox && source.UidValidity == key.UidValidity)
            .SelectMany(source => source.NewestFirst)
            .Where(entry => entry.Uid == key.Uid)
            .Select(entry => new Candidate(entry.ReceivedAt, key))
            .ToList();
        if (place is not [var here]) return new Neighbours(null, null);

        var newer = sources.Select(source => source.Before(here)).OfType<Candidate>().Order().Select(one => (MessageKey?)one.Key).LastOrDefault();
        var older = sources.SelectMany(source => source.After(here, 1)).Order().Select(one => (MessageKey?)one.Key).FirstOrDefault();
        return new Neighbours(newer, older);
    }

    public void Dispose()
    {
        foreach (var view in _views.Values) view.Dispose();
    }

    private static List<OpenAccount> Asked(IReadOnlyList<OpenAccount> accounts, Scope scope) =>
        [.. accounts.Where(account => scope is Scope.One one ? account.Id == one.Account : account.Combined == InCombinedViews.Shown)];

    private async Task<Part<T>> GuardAsync<T>(OpenAccount account, Func<CancellationToken, Task<T>> readAsync, CancellationToken cancellation)
        where T : class
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var timer = clock.CreateTimer(_ => limit.Cancel(), null, Budget, Timeout.InfiniteTimeSpan);
        try
        {
            return new Part<T>(account.Id, await readAsync(limit.Token), null);
        }
        catch (MailFault fault)
        {
            return new Part<T>(account.Id, null, fault);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Part<T>(account.Id, null, new MailFault(MailFaultKind.TimedOut));
        }
    }

    private async Task<IReadOnlyList<Source>> SourcesAsync(OpenAccount account, Query query, CancellationToken cancellation)
    {
        var mailboxes = ScopeMailboxes.Of(query.Scope, await account.Directory.GetAsync(account.Store, cancellation)).ToList();
        if (mailboxes.Count == 0) return [];

        var terms = ScopeMailboxes.Terms(query);
        return await account.Store.UseAsync<IReadOnlyList<Source>>(
            async (connection, token) =>
            {
                var all = new List<Source>();
                foreach (var mailbox in mailboxes) all.Add(await InMailboxAsync(connection, mailbox, terms, token));
                return all;
            },
            cancellation);
    }

    private async Task<Source> InMailboxAsync(IMailConnection connection, Mailbox mailbox, SearchTerms terms, CancellationToken cancellation)
    {
        var view = View(mailbox);
        await view.Turn.WaitAsync(cancellation);
        try
        {
            await view.Index.TrueUpAsync(connection, mailbox.Name, cancellation);
            var (validity, entries) = (view.Index.UidValidity, view.Index.NewestFirst);
            if (!terms.IsAll && entries.Count > 0)
            {
                var matching = (await connection.SearchAsync(new MailboxRef(mailbox.Name, validity), terms, cancellation)).ToHashSet();
                entries = [.. entries.Where(entry => matching.Contains(entry.Uid))];
            }

            return new Source(mailbox.Account, mailbox.Id, validity, entries);
        }
        finally
        {
            view.Turn.Release();
        }
    }

    private Task<IReadOnlyList<Row>> RowsAsync(OpenAccount account, IReadOnlyList<Candidate> shown, CancellationToken cancellation) =>
        account.Store.UseAsync<IReadOnlyList<Row>>(
            async (connection, token) =>
            {
                var rows = new List<Row>();
                foreach (var group in shown.GroupBy(one => (one.Key.Mailbox, one.Key.UidValidity)))
                {
                    if (await account.Directory.FindAsync(account.Store, group.Key.Mailbox, token) is not { } mailbox) continue;

                    var view = View(mailbox);
                    await view.Turn.WaitAsync(token);
                    try
                    {
                        var read = await view.Rows.ReadAsync(connection, new MailboxRef(mailbox.Name, group.Key.UidValidity), [.. group.Select(one => one.Key.Uid)], token);
                        rows.AddRange(group.Where(one => read.ContainsKey(one.Key.Uid)).Select(one => new Row(one.Key, read[one.Key.Uid])));
                    }
                    finally
                    {
                        view.Turn.Release();
                    }
                }

                return rows;
            },
            cancellation);

    private MailboxView View(Mailbox mailbox) => _views.GetOrAdd((mailbox.Account, mailbox.Id), _ => new MailboxView());

    private sealed record Part<T>(AccountId Account, T? Value, MailFault? Fault)
        where T : class;
}
