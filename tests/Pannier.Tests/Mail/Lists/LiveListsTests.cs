using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Lists;

public sealed class LiveListsTests : IDisposable
{
    private static readonly Query Inbox = new(new Scope.Combined(CombinedView.Inbox), SearchTerms.All);
    private readonly FakeTimeProvider _clock = new();
    private readonly LiveLists _lists;
    private readonly OneAccount _ann = new(1);
    private readonly OneAccount _bob = new(2);

    public LiveListsTests() => _lists = new LiveLists(_clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _lists.Dispose();

    [Fact]
    public async Task Merges_accounts_by_arrival_and_tells_ties_apart_for_good()
    {
        _ann.Inbox.Add("a1", Letter.Day(1));
        _ann.Inbox.Add("a3", Letter.Day(3));
        _ann.Inbox.Add("a3 again", Letter.Day(3));
        _bob.Inbox.Add("b3", Letter.Day(3));
        _bob.Inbox.Add("b2", Letter.Day(2));

        var page = await _lists.ListAsync([_bob.Open, _ann.Open], Inbox, null, 50, Cancellation);

        Assert.Equal(["a3 again", "a3", "b3", "b2", "a1"], Subjects(page));
        Assert.Equal((5, null), (page.Total, page.Next));
        Assert.All(page.Accounts, account => Assert.Null(account.Fault));
    }

    [Fact]
    public async Task Pages_follow_one_another_without_a_gap_or_a_repeat()
    {
        for (var day = 0; day < 23; day++) (day % 2 == 0 ? _ann : _bob).Inbox.Add($"{day:00}", Letter.Day(day / 5)); // many ties

        var seen = new List<string>();
        Cursor? after = null;
        do
        {
            var page = await _lists.ListAsync([_ann.Open, _bob.Open], Inbox, after, 4, Cancellation);
            Assert.True(page.Rows.Count <= 4);
            seen.AddRange(Subjects(page));
            after = page.Next is null ? null : Cursor.Read(page.Next.ToString());
        }
        while (after is not null);

        Assert.Equal(23, seen.Count);
        Assert.Equal(seen.Distinct(), seen);
        Assert.Equal(Subjects(await _lists.ListAsync([_ann.Open, _bob.Open], Inbox, null, 50, Cancellation)), seen);
    }

    /// <summary>Whatever comes and goes between two pages: what was there all the time is seen once, in order, and nothing gone is shown.</summary>
    [Fact]
    public void Pages_stay_right_while_mail_comes_and_goes() =>
        Gen.Select(Gen.Int[0, 9].Array[0, 40], Gen.Select(Gen.Int[0, 3], Gen.Int[0, 9], Gen.Int[0, 99]).Array[0, 30], Gen.Int[1, 7]).Sample(
            (days, changes, limit) => PagesAsync(days, changes, limit).GetAwaiter().GetResult(),
            iter: 150);

    [Fact] // H1
    public async Task Accounts_with_the_same_names_and_numbers_never_mix()
    {
        var (one, two) = (_ann.Inbox.Add("ann's", Letter.Day(1)), _bob.Inbox.Add("bob's", Letter.Day(1)));
        Assert.Equal((one, _ann.Inbox.UidValidity), (two, _bob.Inbox.UidValidity));

        var page = await _lists.ListAsync([_ann.Open, _bob.Open], Inbox, null, 50, Cancellation);
        var results = await LiveActions.ActAsync([_ann.Open, _bob.Open], new MailAction.Mark(Keywords.Flagged, Keywords.None), [page.Rows.Single(row => row.Message.Envelope.Subject == "bob's").Key], Cancellation);
        var again = await _lists.ListAsync([_ann.Open, _bob.Open], Inbox, null, 50, Cancellation);

        Assert.Null(Assert.Single(results).Failure);
        Assert.Equal(Keywords.None, _ann.Inbox.Messages[1].Keywords);
        Assert.Equal(Keywords.Flagged, _bob.Inbox.Messages[1].Keywords);
        Assert.Equal([("ann's", Keywords.None), ("bob's", Keywords.Flagged)], again.Rows.Select(row => (row.Message.Envelope.Subject, row.Message.Keywords)));
        Assert.Equal(2, again.Rows.Select(row => row.Key).Distinct().Count());
    }

    [Theory] // H5, H6
    [InlineData("list")]
    [InlineData("select INBOX")]
    [InlineData("index INBOX from 1")]
    [InlineData("rows INBOX 1")]
    public async Task An_account_that_fails_is_told_of_and_stops_no_other(string act)
    {
        _ann.Inbox.Add("a", Letter.Day(1));
        _bob.Inbox.Add("b", Letter.Day(2));
        _bob.Server.Before = now => Fail(now == act);

        var page = await _lists.ListAsync([_ann.Open, _bob.Open], Inbox, null, 50, Cancellation);

        Assert.Equal(["a"], Subjects(page));
        Assert.Equal([(new AccountId(1), null), (new AccountId(2), MailFaultKind.Dropped)], page.Accounts.Select(account => (account.Account, account.Fault?.Kind)));
        _bob.Server.Before = _ => { };
        Assert.Equal(["b", "a"], Subjects(await _lists.ListAsync([_ann.Open, _bob.Open], Inbox, null, 50, Cancellation)));
    }

    [Fact]
    public async Task An_account_that_never_answers_is_left_out_when_its_time_is_up()
    {
        _ann.Inbox.Add("a", Letter.Day(1));
        var silent = new OpenAccount(new AccountId(3), new SilentStore(), new MailboxDirectory(new AccountId(3), [], (_, _) => Task.CompletedTask), InCombinedViews.Shown);

        var asking = _lists.ListAsync([_ann.Open, silent], Inbox, null, 50, Cancellation);
        while (!_ann.Server.Acts.Contains("index INBOX from 1")) await Task.Delay(5, Cancellation);
        await Task.Delay(50, Cancellation); // the other account has answered by now
        Assert.False(asking.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(21));
        var page = await asking;

        Assert.Equal(["a"], Subjects(page));
        Assert.Equal(MailFaultKind.TimedOut, page.Accounts[1].Fault?.Kind);
    }

    [Fact]
    public async Task One_who_goes_away_stops_the_asking()
    {
        using var gone = new CancellationTokenSource();
        var silent = new OpenAccount(new AccountId(3), new SilentStore(), new MailboxDirectory(new AccountId(3), [], (_, _) => Task.CompletedTask), InCombinedViews.Shown);

        var asking = _lists.ListAsync([silent], Inbox, null, 50, gone.Token);
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task A_mailbox_made_anew_is_read_anew_and_old_keys_name_nothing()
    {
        _ann.Inbox.Add("a", Letter.Day(1));
        _ann.Inbox.Add("b", Letter.Day(2));
        var before = await _lists.ListAsync([_ann.Open], Inbox, null, 50, Cancellation);

        _ann.Server.Renumber("INBOX");
        _ann.Inbox.Messages[1] = _ann.Inbox.Messages[1] with { Octets = Letter.Plain("another under the same number") };
        var after = await _lists.ListAsync([_ann.Open], Inbox, null, 50, Cancellation);

        Assert.Equal(["b", "another under the same number"], Subjects(after));
        Assert.Empty(before.Rows.Select(row => row.Key).Intersect(after.Rows.Select(row => row.Key)));
        var acted = await LiveActions.ActAsync([_ann.Open], new MailAction.Destroy(), [.. before.Rows.Select(row => row.Key)], Cancellation);
        Assert.All(acted, result => Assert.Equal(ActFailure.Gone, result.Failure));
        Assert.Equal(2, _ann.Inbox.Messages.Count);
    }

    [Fact]
    public async Task A_hidden_account_is_in_no_combined_view_and_opens_by_itself()
    {
        var hidden = new OneAccount(3, InCombinedViews.Hidden);
        hidden.Inbox.Add("hidden", Letter.Day(5));
        _ann.Inbox.Add("a", Letter.Day(1));

        foreach (var view in Enum.GetValues<CombinedView>())
            Assert.DoesNotContain("hidden", Subjects(await _lists.ListAsync([_ann.Open, hidden.Open], new Query(new Scope.Combined(view), SearchTerms.All), null, 50, Cancellation)));

        var own = new Query(new Scope.One(hidden.Open.Id, (await hidden.BoxAsync("INBOX")).Id), SearchTerms.All);
        Assert.Equal(["hidden"], Subjects(await _lists.ListAsync([_ann.Open, hidden.Open], own, null, 50, Cancellation)));
    }

    [Fact]
    public async Task Each_view_looks_where_it_says()
    {
        var day = 0;
        foreach (var (name, role) in (IEnumerable<(string, MailboxRole)>)[("Sent", MailboxRole.Sent), ("Drafts", MailboxRole.Drafts), ("Archive", MailboxRole.Archive), ("Junk", MailboxRole.Junk), ("Trash", MailboxRole.Trash), ("All", MailboxRole.All), ("Work", MailboxRole.None)])
            _ann.Server.Make(name, role).Add("in " + name, Letter.Day(day++), Keywords.Seen);
        _ann.Inbox.Add("unread", Letter.Day(20));
        _ann.Inbox.Add("flagged", Letter.Day(21), Keywords.Seen | Keywords.Flagged);
        _ann.Server.Find("Junk").Add("unread junk", Letter.Day(22));

        Assert.Equal(["flagged", "unread"], await In(CombinedView.Inbox));
        Assert.Equal(["unread"], await In(CombinedView.Unread));
        Assert.Equal(["flagged"], await In(CombinedView.Flagged));
        Assert.Equal(["flagged", "unread", "in Work", "in Archive", "in Sent"], await In(CombinedView.Everything));
        Assert.Equal(["in Sent"], await In(CombinedView.Sent));
        Assert.Equal(["in Drafts"], await In(CombinedView.Drafts));
        Assert.Equal(["in Archive"], await In(CombinedView.Archive));
        Assert.Equal(["unread junk", "in Junk"], await In(CombinedView.Junk));
        Assert.Equal(["in Trash"], await In(CombinedView.Trash));

        async Task<IEnumerable<string>> In(CombinedView view) => Subjects(await _lists.ListAsync([_ann.Open], new Query(new Scope.Combined(view), SearchTerms.All), null, 50, Cancellation));
    }

    [Fact]
    public async Task Searching_asks_the_servers_and_pages_like_any_list()
    {
        for (var day = 0; day < 9; day++) _ann.Inbox.Add(day % 2 == 0 ? $"invoice {day}" : "other", Letter.Day(day));
        var query = new Query(Inbox.Scope, new SearchTerms(["INVOICE"], Keywords.None, Keywords.None));

        var first = await _lists.ListAsync([_ann.Open, _bob.Open], query, null, 3, Cancellation);
        var second = await _lists.ListAsync([_ann.Open, _bob.Open], query, first.Next, 3, Cancellation);

        Assert.Equal((5, 5), (first.Total, second.Total));
        Assert.Equal(["invoice 8", "invoice 6", "invoice 4"], Subjects(first));
        Assert.Equal(["invoice 2", "invoice 0"], Subjects(second));
        Assert.Null(second.Next);
        Assert.DoesNotContain(_bob.Server.Acts, act => act.StartsWith("search", StringComparison.Ordinal)); // an empty mailbox is not searched
    }

    [Fact]
    public async Task A_list_seen_again_costs_a_look_and_the_keywords()
    {
        for (var day = 0; day < 5; day++) _ann.Inbox.Add($"{day}", Letter.Day(day));
        await _lists.ListAsync([_ann.Open], Inbox, null, 50, Cancellation);
        _ann.Server.Acts.Clear();

        await _lists.ListAsync([_ann.Open], Inbox, null, 50, Cancellation);

        Assert.Equal(["select INBOX", "keywords INBOX 5"], _ann.Server.Acts);
    }

    [Fact]
    public async Task New_mail_costs_only_itself()
    {
        for (var day = 0; day < 5; day++) _ann.Inbox.Add($"{day}", Letter.Day(day));
        await _lists.ListAsync([_ann.Open], Inbox, null, 50, Cancellation);
        _ann.Server.Acts.Clear();
        _ann.Inbox.Add("new", Letter.Day(9));

        var page = await _lists.ListAsync([_ann.Open], Inbox, null, 50, Cancellation);

        Assert.Equal("new", Subjects(page).First());
        Assert.Equal(["select INBOX", "index INBOX from 6", "keywords INBOX 5", "rows INBOX 1"], _ann.Server.Acts);
    }

    [Fact]
    public async Task A_message_that_goes_between_order_and_row_leaves_a_gap_and_no_fault()
    {
        _ann.Inbox.Add("stays", Letter.Day(1));
        _ann.Inbox.Add("goes", Letter.Day(2));
        _ann.Server.Before = act =>
        {
            if (act.StartsWith("rows", StringComparison.Ordinal)) _ann.Inbox.Messages.Remove(2);
        };

        var page = await _lists.ListAsync([_ann.Open], Inbox, null, 50, Cancellation);

        Assert.Equal(["stays"], Subjects(page));
        Assert.Null(page.Accounts.Single().Fault);
    }

    [Fact]
    public async Task Neighbours_are_those_of_the_list()
    {
        _ann.Inbox.Add("oldest", Letter.Day(1));
        _bob.Inbox.Add("middle", Letter.Day(2));
        _ann.Inbox.Add("newest", Letter.Day(3));
        var rows = (await _lists.ListAsync([_ann.Open, _bob.Open], Inbox, null, 50, Cancellation)).Rows;

        for (var at = 0; at < rows.Count; at++)
        {
            var beside = await _lists.NeighboursAsync([_ann.Open, _bob.Open], Inbox, rows[at].Key, Cancellation);
            Assert.Equal((at == 0 ? null : rows[at - 1].Key, at == 2 ? (MessageKey?)null : rows[at + 1].Key), (beside.Newer, beside.Older));
        }

        var gone = rows[0].Key with { Uid = new Uid(99) };
        Assert.Equal(new Neighbours(null, null), await _lists.NeighboursAsync([_ann.Open, _bob.Open], Inbox, gone, Cancellation));
        Assert.Equal(new Neighbours(null, null), await _lists.NeighboursAsync([_ann.Open, _bob.Open], Inbox, rows[0].Key with { UidValidity = 5 }, Cancellation));
    }

    private static async Task PagesAsync(int[] days, (int Kind, int Day, int Which)[] changes, int limit)
    {
        using var lists = new LiveLists(TimeProvider.System);
        OneAccount[] accounts = [new(1), new(2)];
        for (var at = 0; at < days.Length; at++) accounts[at % 2].Inbox.Add($"first {at}", Letter.Day(days[at]));
        var open = accounts.Select(account => account.Open).ToList();
        var stayed = Present().ToHashSet();
        var seen = new List<string>();
        Cursor? after = null;
        var change = 0;

        for (var pages = 0; pages < 100; pages++)
        {
            var page = await lists.ListAsync(open, Inbox, after, limit, CancellationToken.None);
            Assert.Subset(Present().ToHashSet(), Subjects(page).ToHashSet());
            seen.AddRange(Subjects(page));
            if (page.Next is null) break;

            after = Cursor.Read(page.Next.ToString());
            for (var n = 0; n < 3 && change < changes.Length; n++, change++) Apply(changes[change]);
            stayed.IntersectWith(Present());
        }

        Assert.Equal(seen.Distinct(), seen);
        var reference = accounts
            .SelectMany(account => account.Inbox.Messages.Select(pair => (pair.Value.ReceivedAt, account.Open.Id, Uid: pair.Key, Subject: pair.Value.Parsed.Subject ?? "")))
            .OrderByDescending(one => one.ReceivedAt).ThenBy(one => one.Id).ThenByDescending(one => one.Uid)
            .Select(one => one.Subject)
            .ToList();
        Assert.Equal(reference.Where(stayed.Contains), seen.Where(stayed.Contains));
        Assert.Equal(reference, Subjects(await lists.ListAsync(open, Inbox, null, 500, CancellationToken.None)));

        IEnumerable<string> Present() => accounts.SelectMany(account => account.Inbox.Messages.Values.Select(message => message.Parsed.Subject ?? ""));

        void Apply((int Kind, int Day, int Which) what)
        {
            var inbox = accounts[what.Which % 2].Inbox;
            if (what.Kind == 0 && inbox.Messages.Count > 0) inbox.Messages.Remove(inbox.Messages.Keys.ElementAt(what.Which % inbox.Messages.Count));
            else inbox.Add($"then {inbox.UidNext} of {what.Which % 2}", Letter.Day(what.Day));
        }
    }

    private static IEnumerable<string> Subjects(Page page) => page.Rows.Select(row => row.Message.Envelope.Subject);

    private static void Fail(bool now)
    {
        if (now) throw new MailFault(MailFaultKind.Dropped);
    }

    private sealed class SilentStore : IMailStore
    {
        public StoreHealth Health => new(0, 1, null, null, null);

        public async Task<T> UseAsync<T>(Func<IMailConnection, CancellationToken, Task<T>> acts, CancellationToken cancellation)
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            throw new InvalidOperationException("never");
        }

        public ValueTask DisposeAsync() => default;
    }
}
