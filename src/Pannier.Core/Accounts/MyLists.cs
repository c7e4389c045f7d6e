using Pannier.Core.Accounts.Searching;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror.Views;

namespace Pannier.Core.Accounts;

/// <summary>The person's lists, out of the mirror; for words in messages with what the servers found.</summary>
internal sealed class MyLists(MailOfVisit mail, TimeProvider clock)
{
    private PersonMail Person => mail.Get();

    /// <summary>A page; one that no script will mend has the mailboxes looked at once more before.</summary>
    public async Task<Page> ListAsync(Query asked, IReadOnlyList<MyAccount> accounts, PagePlace place, int limit, CancellationToken cancellation)
    {
        await Person.ReadyAsync(asked, clock, cancellation);
        var query = SearchNames.Resolve(asked, accounts, Person.Mirror.Current);
        if (mail.IsWholePage && place.Cursor is null && query.Match.IsEverything) await Person.GlanceAsync(query, clock, cancellation);

        var run = Run(query);
        var version = Person.Mirror.Current;
        var page = MirrorLists.List(version, query, query.IsDeep ? run?.Finds ?? Mail.Mirror.Matching.Finds.None : null, place, limit);
        foreach (var bare in page.Rows.Where(row => row.Message.Preview is null).GroupBy(row => (row.Key.Account, row.Key.Mailbox)))
            Person.Sync(bare.Key.Account)?.Preview(bare.Key.Mailbox, bare.Select(row => row.Key.Uid));
        if (query.Scope is Scope.One one && Person.Sync(one.Account)?.ClosedBy(one.Mailbox) is { } closed) page = page with { Accounts = [new AccountAnswer(one.Account, closed)] };
        if (Person.IsHeld) page = page with { Accounts = [.. page.Accounts.Select(answer => answer with { Filling = answer.Filling is { } filling ? filling with { IsHeld = true } : null })] };
        return page with { Search = query.IsDeep ? run?.Progress ?? NotBegun(page) : null, UnknownNames = SearchNames.Unknown(asked, accounts, version) };
    }

    public async Task<Neighbours> NeighboursAsync(Query asked, IReadOnlyList<MyAccount> accounts, MessageKey key, CancellationToken cancellation)
    {
        var version = await Person.ReadyAsync(asked, clock, cancellation);
        var query = SearchNames.Resolve(asked, accounts, version);
        return MirrorLists.Neighbours(version, query, query.IsDeep ? Run(query)?.Finds ?? Mail.Mirror.Matching.Finds.None : null, key);
    }

    /// <summary>Has the servers asked, once, and waits as told.</summary>
    public async Task SearchServersAsync(Query asked, IReadOnlyList<MyAccount> accounts, IReadOnlyList<OpenAccount> open, SearchWait wait, CancellationToken cancellation)
    {
        var query = SearchNames.Resolve(asked, accounts, await Person.ReadyAsync(asked, clock, cancellation));
        if (!query.IsDeep || query.Key is not { } key) return;

        var concerned = MirrorLists.Asked(Person.Mirror.Current, query).Select(account => account.Account).ToHashSet();
        var run = Person.Searches.Begin(key, query, Person.Mirror, [.. open.Where(account => concerned.Contains(account.Id))]);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var timer = clock.CreateTimer(_ => limit.Cancel(), null, wait.AtMost, Timeout.InfiniteTimeSpan);
        try
        {
            if (wait is SearchWait.ForNext next) await run.NextAsync(next.Step, limit.Token);
            else while (run.Progress is { IsGoingOn: true } progress) await run.NextAsync(progress.Step, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // It goes on; the page says so.
        }
    }

    public async Task StopSearchAsync(Query query)
    {
        if (query.Key is { } key && Person.Searches.Find(key) is { } run) await run.StopAsync();
    }

    public IReadOnlyList<MessageKey> Meant(Query query, IReadOnlyList<MyAccount> accounts, IReadOnlyList<MessageKey> rows) =>
        Conversations.In(Person.Mirror.Current, SearchNames.Resolve(query, accounts, Person.Mirror.Current), rows);

    /// <summary>How many messages of a list are known here.</summary>
    public int Count(Query query, IReadOnlyList<MyAccount> accounts) => MirrorLists.Count(Person.Mirror.Current, SearchNames.Resolve(query, accounts, Person.Mirror.Current));

    private SearchRun? Run(Query query) => query.IsDeep && query.Key is { } key ? Person.Searches.Find(key) : null;

    private static SearchProgress NotBegun(Page page) =>
        new(0, [.. page.Accounts.Select(account => new AccountSearch(account.Account, SearchStage.Waiting, SearchRules.Imap, 0, 0, null, 0))]);
}
