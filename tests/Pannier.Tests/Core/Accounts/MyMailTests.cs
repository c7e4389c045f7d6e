using Pannier.Core.Accounts;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Accounts;

/// <summary>What a module can do to the person's mail, and that it reaches nobody else's.</summary>
public sealed class MyMailTests : IAsyncLifetime
{
    private readonly FakeServer _server = new();
    private PersonHere _person = null!;
    private MyAccount _account = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IMyMail Mail => _person.Mail;

    public async ValueTask InitializeAsync()
    {
        _person = await PersonHere.OpenAsync();
        _account = await _person.AddAsync("ann");
        _server.Make("INBOX");
        _server.Make("Papers");
        _person.Stores.Servers[_account.Imap.UserName] = _server;
    }

    public ValueTask DisposeAsync() => _person.DisposeAsync();

    [Fact]
    public async Task A_message_is_opened_with_the_mailbox_it_is_in()
    {
        var key = await PutAsync("INBOX", "tea on Friday");

        var opened = await Mail.OpenAsync(key, Cancellation);

        Assert.Equal(("tea on Friday", "INBOX"), (opened!.Head.Row.Envelope.Subject, opened.Mailbox.Name.Value));
    }

    [Fact]
    public async Task A_message_that_is_gone_or_of_an_old_numbering_opens_as_nothing()
    {
        var key = await PutAsync("INBOX", "short-lived");
        _server.Find("INBOX").Messages.Clear();
        Assert.Null(await Mail.OpenAsync(key, Cancellation));

        var other = await PutAsync("INBOX", "renumbered");
        _server.Renumber("INBOX");
        Assert.Null(await Mail.OpenAsync(other, Cancellation));
    }

    [Fact]
    public async Task A_fault_of_another_kind_is_told_not_taken_for_gone()
    {
        var key = await PutAsync("INBOX", "behind a broken line");
        await Mail.MailboxesAsync(_account.Id, Cancellation);
        _server.Before = act => throw new MailFault(MailFaultKind.Dropped);

        Assert.Equal(MailFaultKind.Dropped, (await Assert.ThrowsAsync<MailFault>(() => Mail.OpenAsync(key, Cancellation))).Kind);
    }

    [Fact]
    public async Task Nothing_is_reached_by_a_key_of_an_account_the_person_does_not_have()
    {
        var mine = await PutAsync("INBOX", "mine");
        var foreign = mine with { Account = AccountId.New() };
        var lost = mine with { Mailbox = MailboxId.New() };
        var part = (await Mail.OpenAsync(mine, Cancellation))!.Head.Structure;

        foreach (var key in (MessageKey[])[foreign, lost])
        {
            Assert.Null(await Mail.OpenAsync(key, Cancellation));
            await NotFoundAsync(() => Mail.CopyPartAsync(key, part, Stream.Null, 10, Cancellation));
            await NotFoundAsync(() => Mail.CopySourceAsync(key, Stream.Null, Cancellation));
            await NotFoundAsync(() => Mail.AppendAsync(key.Account, key.Mailbox, new MemoryStream(Letter.Plain("x")), Keywords.None, Cancellation));
            await NotFoundAsync(() => Mail.FindAsync(key.Account, key.Mailbox, SearchTerms.All, Cancellation));
            await NotFoundAsync(() => Mail.RenameMailboxAsync(key.Account, key.Mailbox, new MailboxName("Z", '/'), Cancellation));
            await NotFoundAsync(() => Mail.DeleteMailboxAsync(key.Account, key.Mailbox, Cancellation));
            Assert.Equal(ActFailure.Unknown, Assert.Single(await Mail.ActAsync(new MailAction.Mark(Keywords.Seen, Keywords.None), [key], Cancellation)).Failure);
        }

        await NotFoundAsync(() => Mail.CreateMailboxAsync(foreign.Account, new MailboxName("Z", '/'), Cancellation));
        await NotFoundAsync(() => Mail.ChooseRoleAsync(foreign.Account, mine.Mailbox, MailboxRole.Archive, Cancellation));
        Assert.Empty(await Mail.MailboxesAsync(foreign.Account, Cancellation));
        Assert.Empty(await Mail.RefreshMailboxesAsync(foreign.Account, Cancellation));
        Assert.Null(await Mail.KnownMailboxesAsync(foreign.Account, Cancellation));
        Assert.Null(await Mail.SubmissionAsync(foreign.Account, Cancellation));
        Assert.Null(await Mail.HealthAsync(foreign.Account, Cancellation));
        Assert.Null(await Mail.TestAsync(foreign.Account, Cancellation));
        Assert.Equal(["INBOX", "Papers"], _server.Mailboxes.Keys);
    }

    [Fact]
    public async Task A_part_and_the_source_are_copied_as_they_stand()
    {
        var key = await PutAsync("INBOX", "with a body");
        var part = (await Mail.OpenAsync(key, Cancellation))!.Head.Structure;
        using var cut = new MemoryStream();
        using var source = new MemoryStream();

        Assert.Equal(CopyExtent.Cut, await Mail.CopyPartAsync(key, part, cut, 5, Cancellation));
        await Mail.CopySourceAsync(key, source, Cancellation);

        Assert.Equal("Hello"u8.ToArray(), cut.ToArray());
        Assert.Equal(Letter.Plain("with a body"), source.ToArray());
    }

    [Theory]
    [InlineData(StoreFeatures.UidPlus)]
    [InlineData(StoreFeatures.None)]
    public async Task A_filed_message_has_a_key_where_the_server_tells_it_and_is_found_either_way(StoreFeatures features)
    {
        _server.Features = features;
        var papers = await MailboxAsync("Papers");

        var key = await Mail.AppendAsync(_account.Id, papers, new MemoryStream(Letter.Plain("filed", id: "filed@example.org")), Keywords.Seen, Cancellation);
        var found = await Mail.FindAsync(_account.Id, papers, SearchTerms.All with { MessageId = "filed@example.org" }, Cancellation);

        Assert.Equal(features == StoreFeatures.UidPlus, key is not null);
        Assert.Equal(new MessageKey(_account.Id, papers, _server.Find("Papers").UidValidity, new Uid(1)), Assert.Single(found));
    }

    [Fact]
    public async Task What_is_found_comes_newest_first()
    {
        var first = await PutAsync("Papers", "one");
        var second = await PutAsync("Papers", "two");

        Assert.Equal([second, first], await Mail.FindAsync(_account.Id, first.Mailbox, SearchTerms.All, Cancellation));
    }

    [Fact]
    public async Task A_mailbox_is_made_renamed_and_deleted_and_keeps_its_id_through_the_rename()
    {
        await Mail.CreateMailboxAsync(_account.Id, new MailboxName("Trips", '/'), Cancellation);
        var trips = await MailboxAsync("Trips");

        await Mail.RenameMailboxAsync(_account.Id, trips, new MailboxName("Travel", '/'), Cancellation);
        Assert.Equal(trips, await MailboxAsync("Travel"));

        await Mail.DeleteMailboxAsync(_account.Id, trips, Cancellation);
        Assert.Equal(["INBOX", "Papers"], (await Mail.MailboxesAsync(_account.Id, Cancellation)).Select(mailbox => mailbox.Name.Value));
        Assert.Equal(["INBOX", "Papers"], _server.Mailboxes.Keys);
    }

    [Fact]
    public async Task A_chosen_role_is_there_for_the_next_session_too()
    {
        await Mail.ChooseRoleAsync(_account.Id, await MailboxAsync("Papers"), MailboxRole.Archive, Cancellation);

        Assert.Equal(MailboxRole.Archive, (await Mail.MailboxesAsync(_account.Id, Cancellation)).Single(mailbox => mailbox.Name.Value == "Papers").Role);
        Assert.Equal(MailboxRole.Archive, (await _person.Book.MailboxesAsync(_account.Id, Cancellation)).Single(known => known.Name == "Papers").Chosen);
    }

    [Fact]
    public async Task Refreshing_sees_what_another_client_made()
    {
        await Mail.MailboxesAsync(_account.Id, Cancellation);
        _server.Make("Elsewhere");

        Assert.DoesNotContain((await Mail.KnownMailboxesAsync(_account.Id, Cancellation))!, mailbox => mailbox.Name.Value == "Elsewhere");
        Assert.Contains(await Mail.RefreshMailboxesAsync(_account.Id, Cancellation), mailbox => mailbox.Name.Value == "Elsewhere");
    }

    [Fact]
    public async Task Before_an_account_was_used_nothing_is_known_of_it()
    {
        Assert.Null(await Mail.KnownMailboxesAsync(_account.Id, Cancellation));
        Assert.Null(await Mail.HealthAsync(_account.Id, Cancellation));

        await Mail.MailboxesAsync(_account.Id, Cancellation);

        Assert.Null((await Mail.HealthAsync(_account.Id, Cancellation))!.LastFault);
    }

    [Fact]
    public async Task The_neighbours_of_a_message_are_those_of_its_list()
    {
        var (old, middle, young) = (await PutAsync("INBOX", "old", 1), await PutAsync("INBOX", "middle", 2), await PutAsync("INBOX", "young", 3));

        var inbox = Query.Of(new Scope.Combined(CombinedView.Inbox));
        while ((await Mail.ListAsync(inbox, PagePlace.First, 10, Cancellation)).Rows.Count < 3) await Task.Delay(20, Cancellation); // they are heard of

        var neighbours = await Mail.NeighboursAsync(inbox, middle, Cancellation);

        Assert.Equal((young, old), (neighbours.Newer, neighbours.Older));
        Assert.Equal([middle, old], (await Mail.ListAsync(inbox, neighbours.Place, 10, Cancellation)).Rows.Select(row => row.Key));
    }

    [Fact]
    public async Task An_account_whose_login_was_changed_elsewhere_is_named_in_the_lists_it_belongs_to_and_stops_no_other()
    {
        var locked = await LockedAsync("bob");
        await PutAsync("INBOX", "from the good account");

        var page = await Mail.ListAsync(Query.Of(new Scope.Combined(CombinedView.Inbox)), PagePlace.First, 10, Cancellation);

        Assert.Equal("from the good account", Assert.Single(page.Rows).Message.Envelope.Subject);
        Assert.Equal(MailFaultKind.SignInRefused, page.Accounts.Single(answer => answer.Account == locked.Id).Fault!.Kind);
        var one = await Mail.ListAsync(Query.Of(new Scope.One(_account.Id, await MailboxAsync("INBOX"))), PagePlace.First, 10, Cancellation);
        Assert.DoesNotContain(one.Accounts, answer => answer.Account == locked.Id);
    }

    [Fact]
    public async Task A_test_of_an_account_without_a_fit_password_asks_for_it_and_signs_in_nowhere()
    {
        var locked = await LockedAsync("bob");

        var trial = await Mail.TestAsync(locked.Id, Cancellation);

        Assert.Equal((MailFaultKind.SignInRefused, MailFaultKind.SignInRefused), (trial!.Imap!.Kind, trial.Smtp!.Kind));
        Assert.Empty(_person.Stores.SignIns);
    }

    [Fact]
    public async Task A_test_tells_of_each_server_by_itself()
    {
        _person.Stores.Faults["smtp.example.org"] = new MailFault(MailFaultKind.Unreachable);

        var trial = await Mail.TestAsync(_account.Id, Cancellation);

        Assert.Null(trial!.Imap);
        Assert.Equal(MailFaultKind.Unreachable, trial.Smtp!.Kind);
    }

    [Fact]
    public async Task A_forgotten_account_is_closed_and_opened_anew_at_the_next_use()
    {
        await Mail.MailboxesAsync(_account.Id, Cancellation);

        await Mail.ForgetAsync(_account.Id, Cancellation);
        await Mail.ForgetAsync(_account.Id, Cancellation); // a second time there is nothing to close

        Assert.Equal(["ann@example.org"], _person.Stores.Closed);
        Assert.Null(await Mail.KnownMailboxesAsync(_account.Id, Cancellation));
        Assert.NotEmpty(await Mail.MailboxesAsync(_account.Id, Cancellation));
    }

    private static async Task NotFoundAsync(Func<Task> act) => Assert.Equal(MailFaultKind.NotFound, (await Assert.ThrowsAsync<MailFault>(act)).Kind);

    /// <summary>An account whose host is another than its password was given for.</summary>
    private async Task<MyAccount> LockedAsync(string name)
    {
        var account = await _person.AddAsync(name, order: 1);
        account = account with { Imap = account.Imap with { Host = "other.example.org" } };
        await _person.Book.SaveAsync(account, Cancellation);
        return account;
    }

    private async Task<MailboxId> MailboxAsync(string name) =>
        (await Mail.MailboxesAsync(_account.Id, Cancellation)).Single(mailbox => mailbox.Name.Value == name).Id;

    [Fact]
    public async Task A_row_means_itself_or_all_it_stands_for()
    {
        foreach (var (subject, extra) in (IReadOnlyList<(string, string)>)[("tea", ""), ("Re: tea", "In-Reply-To: <tea@x>\n"), ("coffee", "")])
            _server.Find("INBOX").Add(Letter.Plain(subject, id: subject.Replace("Re: ", "re-", StringComparison.Ordinal) + "@x", extra: extra), Letter.Day(1));
        var query = Query.Of(new Scope.One(_account.Id, await MailboxAsync("INBOX")));
        var rows = (await Mail.ListAsync(query, PagePlace.First, 10, Cancellation)).Rows.ToDictionary(row => row.Message.Envelope.Subject, row => row.Key);

        Assert.Equal([rows["Re: tea"]], await Mail.MeantAsync(query, [rows["Re: tea"]], Cancellation));
        var talk = await Mail.MeantAsync(query with { Grouping = Grouping.Conversations }, [rows["Re: tea"]], Cancellation);

        Assert.Equal([rows["tea"], rows["Re: tea"]], talk.OrderBy(key => key.Uid.Value));
    }

    [Fact]
    public async Task A_message_opens_with_what_one_did_to_it_though_the_server_has_not_said_yes()
    {
        var key = await PutAsync("INBOX", "flag me");
        await Mail.ListAsync(Query.Of(new Scope.One(_account.Id, key.Mailbox)), PagePlace.First, 10, Cancellation);
        _server.Before = act => { if (act.StartsWith("store", StringComparison.Ordinal)) throw new MailFault(MailFaultKind.Dropped); };
        await Mail.ActAsync(new MailAction.Mark(Keywords.Flagged, Keywords.None), [key], Cancellation);

        var opened = await Mail.OpenAsync(key, Cancellation);

        Assert.True(opened!.Head.Row.Keywords.HasFlag(Keywords.Flagged));
        Assert.False(_server.Find("INBOX").Messages[key.Uid.Value].Keywords.HasFlag(Keywords.Flagged));
    }

    private async Task<MessageKey> PutAsync(string mailbox, string subject, int day = 0)
    {
        var uid = _server.Find(mailbox).Add(subject, Letter.Day(day));
        return new MessageKey(_account.Id, await MailboxAsync(mailbox), _server.Find(mailbox).UidValidity, uid);
    }
}
