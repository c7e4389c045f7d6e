using Pannier.Core.Accounts;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Search;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Accounts.Searching;

/// <summary>What is not known here is asked of the servers; what they find comes into the same list, and each tells how far it is.</summary>
public sealed class SearchServersTests : IAsyncLifetime
{
    private static readonly SearchWait ToTheEnd = new SearchWait.ForAll(TimeSpan.FromSeconds(10));
    private readonly FakeServer _ann = new();
    private readonly FakeServer _bob = new();
    private PersonHere _person = null!;
    private MyAccount _first = null!;
    private MyAccount _second = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IMyMail Mail => _person.Mail;

    public async ValueTask InitializeAsync()
    {
        _person = await PersonHere.OpenAsync();
        (_first, _second) = (await _person.AddAsync("ann"), await _person.AddAsync("bob"));
        foreach (var (server, account) in new[] { (_ann, _first), (_bob, _second) })
        {
            server.Make("INBOX", MailboxRole.Inbox);
            server.Make("Papers");
            server.Make("Trash", MailboxRole.Trash);
            _person.Stores.Servers[account.Imap.UserName] = server;
        }
    }

    public ValueTask DisposeAsync() => _person.DisposeAsync();

    [Fact]
    public async Task A_word_deep_in_a_message_is_found_by_its_server_and_one_at_hand_without()
    {
        Put(_ann, "INBOX", "the treaty", 1);
        PutDeep(_bob, "Papers", "minutes", "…and then the treaty was signed", 2);
        Put(_bob, "INBOX", "nothing of the kind", 3);
        await SettleAsync(3);

        var atHand = await Mail.ListAsync(Ask("treaty"), PagePlace.First, 10, Cancellation);
        Assert.Equal(["the treaty"], Subjects(atHand));
        Assert.All(atHand.Search!.Accounts, account => Assert.Equal(SearchStage.Waiting, account.Stage));

        await Mail.SearchServersAsync(Ask("treaty"), ToTheEnd, Cancellation);
        var all = await Mail.ListAsync(Ask("treaty"), PagePlace.First, 10, Cancellation);

        Assert.Equal(["minutes", "the treaty"], Subjects(all));
        Assert.Equal(2, all.Total);
        Assert.False(all.Search!.IsGoingOn);
        Assert.All(all.Search.Accounts, account => Assert.Equal((SearchStage.Done, 2, 2), (account.Stage, account.Done, account.Of)));
        Assert.Equal(new Neighbours(null, all.Rows[1].Key), await Mail.NeighboursAsync(Ask("treaty"), all.Rows[0].Key, Cancellation));
    }

    [Fact]
    public async Task What_must_not_occur_is_awaited_before_anything_is_shown()
    {
        Put(_ann, "INBOX", "plain", 1);
        PutDeep(_ann, "INBOX", "secretly so", "it holds the treaty", 2);
        await SettleAsync(2);
        var query = Ask("not treaty") with { Match = new SearchNode.Not(new SearchNode.Words(SearchField.Anywhere, "treaty")) };

        Assert.Empty((await Mail.ListAsync(query, PagePlace.First, 10, Cancellation)).Rows);
        await Mail.SearchServersAsync(query, ToTheEnd, Cancellation);

        Assert.Equal(["plain"], Subjects(await Mail.ListAsync(query, PagePlace.First, 10, Cancellation)));
    }

    [Fact]
    public async Task A_server_that_fails_says_why_and_stops_no_other()
    {
        PutDeep(_bob, "INBOX", "found", "the treaty", 1);
        Put(_ann, "INBOX", "nothing of the kind", 2);
        await SettleAsync(2);
        _ann.Before = act =>
        {
            if (act.StartsWith("search", StringComparison.Ordinal)) throw new MailFault(MailFaultKind.Refused, "no searching here");
        };

        await Mail.SearchServersAsync(Ask("treaty"), ToTheEnd, Cancellation);
        var page = await Mail.ListAsync(Ask("treaty"), PagePlace.First, 10, Cancellation);

        Assert.Equal(["found"], Subjects(page));
        var failed = page.Search!.Accounts.Single(account => account.Account == _first.Id);
        Assert.Equal((SearchStage.Failed, "no searching here"), (failed.Stage, failed.Fault!.ServerText));
    }

    [Fact]
    public async Task A_search_is_made_once_however_often_it_is_looked_at()
    {
        PutDeep(_ann, "INBOX", "found", "the treaty", 1);
        await SettleAsync(1);

        await Mail.SearchServersAsync(Ask("treaty"), ToTheEnd, Cancellation);
        var asked = _ann.Acts.Count(act => act.StartsWith("search", StringComparison.Ordinal));
        await Mail.SearchServersAsync(Ask("treaty"), ToTheEnd, Cancellation);
        await Mail.SearchServersAsync(Ask("treaty"), new SearchWait.ForNext(1_000, TimeSpan.FromSeconds(10)), Cancellation);

        Assert.Equal(asked, _ann.Acts.Count(act => act.StartsWith("search", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_search_that_asks_nothing_of_texts_asks_no_server()
    {
        Put(_ann, "INBOX", "one", 1);
        await SettleAsync(1);
        var query = Ask("is:unread") with { Match = new SearchNode.Marked(Keywords.None, Keywords.Seen) };
        var before = _ann.Acts.Count(act => act.StartsWith("search", StringComparison.Ordinal));

        await Mail.SearchServersAsync(query, ToTheEnd, Cancellation);

        Assert.Null((await Mail.ListAsync(query, PagePlace.First, 10, Cancellation)).Search);
        Assert.Equal(1, await Mail.CountAsync(query, Cancellation));
        Assert.Equal(before, _ann.Acts.Count(act => act.StartsWith("search", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Mailboxes_and_accounts_are_found_by_name_and_those_named_even_in_Trash()
    {
        Put(_ann, "INBOX", "a note", 1);
        Put(_ann, "Trash", "a thrown note", 2);
        Put(_bob, "Papers", "a paper note", 3);
        await SettleAsync(3);

        Assert.Equal(["a paper note"], Subjects(await ListAsync(new SearchNode.In("papers"))));
        Assert.Equal(["a thrown note"], Subjects(await ListAsync(new SearchNode.In("TRASH"))));
        Assert.Equal(["a note"], Subjects(await ListAsync(new SearchNode.Of("ann"))));
        Assert.Equal(["a paper note", "a note"], Subjects(await ListAsync(new SearchNode.Words(SearchField.Subject, "note"))));
        var unknown = await ListAsync(new SearchNode.In("attic"));
        Assert.Equal(["in:attic"], unknown.UnknownNames);
        Assert.Empty(unknown.Rows);
    }

    [Fact]
    public async Task A_search_can_be_ended_and_keeps_what_it_found()
    {
        PutDeep(_bob, "INBOX", "found", "the treaty", 1);
        Put(_ann, "INBOX", "nothing of the kind", 2);
        await SettleAsync(2);
        using var gate = new ManualResetEventSlim();
        _ann.Before = act =>
        {
            if (act.StartsWith("search", StringComparison.Ordinal)) gate.Wait(Cancellation);
        };

        await Mail.SearchServersAsync(Ask("treaty"), new SearchWait.ForAll(TimeSpan.FromMilliseconds(200)), Cancellation);
        var page = await Mail.ListAsync(Ask("treaty"), PagePlace.First, 10, Cancellation);
        Assert.True(page.Search!.IsGoingOn);
        var stopping = Mail.StopSearchAsync(Ask("treaty"), Cancellation);
        gate.Set();
        await stopping;

        page = await Mail.ListAsync(Ask("treaty"), PagePlace.First, 10, Cancellation);
        Assert.False(page.Search!.IsGoingOn);
        Assert.Equal(["found"], Subjects(page));
    }

    private static Query Ask(string word) => new(new Scope.Combined(CombinedView.Everything), new SearchNode.Words(SearchField.Anywhere, word)) { Key = word };

    private Task<Page> ListAsync(SearchNode match) => Mail.ListAsync(Ask("x") with { Match = match, Key = null }, PagePlace.First, 10, Cancellation);

    private static IEnumerable<string> Subjects(Page page) => page.Rows.Select(row => row.Message.Envelope.Subject);

    private static void Put(FakeServer server, string mailbox, string subject, int day) => server.Find(mailbox).Add(subject, Letter.Day(day));

    /// <summary>A word so far down that no preview shows it.</summary>
    private static void PutDeep(FakeServer server, string mailbox, string subject, string text, int day) =>
        server.Find(mailbox).Add(System.Text.Encoding.UTF8.GetBytes($"Subject: {subject}\r\nMessage-ID: <{Guid.NewGuid():N}@example.org>\r\n\r\n{string.Concat(Enumerable.Repeat("word after word ", 40))}\r\n{text}\r\n"), Letter.Day(day));

    private async Task SettleAsync(int count)
    {
        var everything = Query.Of(new Scope.Combined(CombinedView.Everything)) with { Mailboxes = null };
        while (true)
        {
            var held = (await Mail.ListAsync(everything, PagePlace.First, 50, Cancellation)).Rows.Count + (await Mail.ListAsync(Query.Of(new Scope.Combined(CombinedView.Trash)), PagePlace.First, 50, Cancellation)).Rows.Count;
            if (held >= count) return;
            await Task.Delay(20, Cancellation);
        }
    }
}
