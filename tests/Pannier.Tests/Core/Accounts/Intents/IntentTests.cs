using Microsoft.Extensions.Logging.Abstractions;
using Pannier.Core.Accounts;
using Pannier.Core.Accounts.Intents;
using Pannier.Core.Accounts.Keeping;
using Pannier.Core.Records;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror;
using Pannier.Mail.Mirror.Intents;
using Pannier.Mail.Mirror.Sync;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Accounts.Intents;

/// <summary>What one does is seen at once, done once, in order, over dropped lines and restarts; what a server refuses is seen as before, and said.</summary>
public sealed class IntentTests : IAsyncLifetime
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
        _server.Make("INBOX", MailboxRole.Inbox);
        _server.Make("Archive", MailboxRole.Archive);
        _server.Make("Papers");
        for (var i = 0; i < 3; i++) _server.Find("INBOX").Add($"letter {i}", Letter.Day(i));
        _person.Stores.Servers[_account.Imap.UserName] = _server;
    }

    public ValueTask DisposeAsync() => _person.DisposeAsync();

    [Fact]
    public async Task It_is_seen_before_the_server_has_heard_of_it()
    {
        var keys = await InboxAsync();
        using var silent = new ManualResetEventSlim();
        _server.Before = act => { if (act.StartsWith("move", StringComparison.Ordinal) || act.StartsWith("store", StringComparison.Ordinal)) silent.Wait(TimeSpan.FromSeconds(20), Cancellation); };

        await Mail.ActAsync(new MailAction.Mark(Keywords.Flagged, Keywords.None), [keys[0]], Cancellation);
        await Mail.ActAsync(new MailAction.MoveToRole(MailboxRole.Archive), [keys[1]], Cancellation);

        Assert.Equal([keys[0], keys[2]], await InboxAsync());
        Assert.Equal(2, await Mail.WaitingAsync(_account.Id, Cancellation));
        Assert.Equal(3, _server.Find("INBOX").Messages.Count);
        silent.Set();
        await SettledAsync();
        Assert.Equal(2, _server.Find("INBOX").Messages.Count);
        Assert.Single(_server.Find("Archive").Messages);
    }

    [Fact]
    public async Task What_sync_hears_meanwhile_does_not_undo_what_is_seen()
    {
        var keys = await InboxAsync();
        using var silent = new ManualResetEventSlim();
        _server.Before = act => { if (act.StartsWith("store", StringComparison.Ordinal)) silent.Wait(TimeSpan.FromSeconds(20), Cancellation); };
        await Mail.ActAsync(new MailAction.Mark(Keywords.Flagged, Keywords.None), [keys[0]], Cancellation);

        _server.Find("INBOX").Add("new", Letter.Day(9)); // makes a look find something, with the old flags
        while ((await InboxAsync()).Count < 4) await Task.Delay(10, Cancellation);
        var page = await Mail.ListAsync(Query.Of(new Scope.Combined(CombinedView.Flagged)), PagePlace.First, 10, Cancellation);

        Assert.Equal([keys[0]], page.Rows.Select(row => row.Key));
        silent.Set();
        await SettledAsync();
        Assert.Equal([keys[0]], (await Mail.ListAsync(Query.Of(new Scope.Combined(CombinedView.Flagged)), PagePlace.First, 10, Cancellation)).Rows.Select(row => row.Key));
    }

    [Fact]
    public async Task What_a_server_refuses_is_seen_as_before_and_said()
    {
        var keys = await InboxAsync();
        _server.Before = act => { if (act.StartsWith("move", StringComparison.Ordinal)) throw new MailFault(MailFaultKind.OverQuota, "no room"); };

        await Mail.ActAsync(new MailAction.MoveToRole(MailboxRole.Archive), [keys[0], keys[1]], Cancellation);
        await SettledAsync();

        Assert.Equal(keys, await InboxAsync());
        var trouble = Assert.Single(Mail.Troubles);
        Assert.Equal((2, ActFailure.Server, "no room"), (trouble.Count, trouble.Failure, trouble.Fault?.ServerText));
    }

    [Fact]
    public async Task What_waits_finds_its_messages_under_their_new_numbers()
    {
        var box = _server.Find("INBOX");
        for (var i = 0; i < 3; i++) box.Add(Letter.Plain($"kept {i}", id: $"kept-{i}@x"), Letter.Day(10 + i));
        while ((await InboxAsync()).Count < 6)
        {
            await Mail.TestAsync(_account.Id, Cancellation);
            await Task.Delay(10, Cancellation);
        }

        var keys = await InboxAsync();
        var isDown = true;
        _server.Before = act => { if (isDown && (act.StartsWith("store", StringComparison.Ordinal) || act.StartsWith("move", StringComparison.Ordinal))) throw new MailFault(MailFaultKind.Dropped); };
        await Mail.ActAsync(new MailAction.Mark(Keywords.Flagged, Keywords.None), [keys[0], keys[5]], Cancellation); // "kept 2", and one that nothing names
        await Mail.ActAsync(new MailAction.MoveToRole(MailboxRole.Archive), [keys[1]], Cancellation);

        box.Messages.TryRemove(1, out _);
        _server.Renumber("INBOX");
        isDown = false;
        await SettledAsync();

        Assert.Equal(["kept 2"], _server.Find("INBOX").Messages.Values.Where(message => message.Keywords.HasFlag(Keywords.Flagged)).Select(message => message.Parsed.Subject));
        Assert.Equal(["kept 1"], _server.Find("Archive").Messages.Values.Select(message => message.Parsed.Subject));
        Assert.Equal("kept 1", (await Mail.OpenAsync(keys[1], Cancellation))!.Head.Row.Envelope.Subject); // asked for where it was
    }

    [Fact]
    public async Task Where_labels_are_mailboxes_each_message_is_seen_once_and_archived_by_leaving_the_inbox()
    {
        var (labels, account) = (new FakeServer(), await _person.AddAsync("gus", 1));
        labels.Make("INBOX", MailboxRole.Inbox);
        labels.Make("All Mail", MailboxRole.All);
        labels.Make("Receipts");
        foreach (var name in (string[])["INBOX", "All Mail", "Receipts"]) labels.Find(name).Add(Letter.Plain("receipt", id: "receipt@x"), Letter.Day(40));
        labels.Find("All Mail").Add(Letter.Plain("unfinished", id: "draft@x"), Letter.Day(41), Keywords.Draft | Keywords.Seen);
        labels.Find("INBOX").Add(Letter.Plain("tea", id: "tea@x"), Letter.Day(42));
        labels.Find("All Mail").Add(Letter.Plain("tea", id: "tea@x"), Letter.Day(42));
        _person.Stores.Servers[account.Imap.UserName] = labels;
        IReadOnlyList<Row> all;
        while ((all = await OfAsync(CombinedView.Everything)).Count < 2 || (await OfAsync(CombinedView.Inbox)).Count < 2) await Task.Delay(10, Cancellation);
        Assert.Equal(["tea", "receipt"], all.Select(row => row.Message.Envelope.Subject));

        // Out of "everything", where it is the one in All Mail.
        Assert.Null(Assert.Single(await Mail.ActAsync(new MailAction.MoveToRole(MailboxRole.Archive), [all[0].Key], Cancellation)).Failure);
        while (await Mail.WaitingAsync(account.Id, Cancellation) > 0) await Task.Delay(10, Cancellation);
        Assert.Equal(["receipt"], labels.Find("INBOX").Messages.Values.Select(message => message.Parsed.Subject));

        // And out of the inbox.
        var inbox = (await OfAsync(CombinedView.Inbox)).Single().Key;
        Assert.Null(Assert.Single(await Mail.ActAsync(new MailAction.MoveToRole(MailboxRole.Archive), [inbox], Cancellation)).Failure);
        while (await Mail.WaitingAsync(account.Id, Cancellation) > 0) await Task.Delay(10, Cancellation);
        Assert.Empty(labels.Find("INBOX").Messages);

        async Task<IReadOnlyList<Row>> OfAsync(CombinedView view) =>
            [.. (await Mail.ListAsync(Query.Of(new Scope.Combined(view)), PagePlace.First, 50, Cancellation)).Rows.Where(row => row.Key.Account == account.Id)];
    }

    [Fact]
    public async Task A_dropped_line_is_no_refusal_and_nothing_is_done_twice()
    {
        var keys = await InboxAsync();
        var drops = 2;
        _server.After = act =>
        {
            if (act.StartsWith("move", StringComparison.Ordinal) && drops-- > 0) throw new MailFault(MailFaultKind.Dropped); // done, and nobody hears of it
        };
        await Mail.ActAsync(new MailAction.MoveToRole(MailboxRole.Archive), [keys[0]], Cancellation);
        await Mail.ActAsync(new MailAction.Mark(Keywords.Seen, Keywords.None), [keys[1]], Cancellation);
        await SettledAsync();

        Assert.Empty(Mail.Troubles);
        Assert.Single(_server.Find("Archive").Messages);
        Assert.Equal([keys[1], keys[2]], await InboxAsync());
        Assert.Equal(["move", "store"], _server.Acts.Where(act => act.StartsWith("move", StringComparison.Ordinal) || act.StartsWith("store", StringComparison.Ordinal)).Select(act => act.Split(' ')[0]));
    }

    [Fact]
    public async Task An_act_no_server_heard_of_is_taken_back_without_asking_any()
    {
        var keys = await InboxAsync();
        using var silent = new ManualResetEventSlim();
        _server.Before = act => { if (act.StartsWith("store", StringComparison.Ordinal)) silent.Wait(TimeSpan.FromSeconds(20), Cancellation); };
        await Mail.ActAsync(new MailAction.Mark(Keywords.Flagged, Keywords.None), [keys[0]], Cancellation); // holds the line
        await Mail.ActAsync(new MailAction.MoveToRole(MailboxRole.Archive), [keys[1]], Cancellation);

        await Mail.UndoAsync(Mail.LastUndo!, Cancellation);
        Assert.Equal(keys, await InboxAsync());
        silent.Set();
        await SettledAsync();

        Assert.DoesNotContain(_server.Acts, act => act.StartsWith("move", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bug_with_one_act_is_told_and_stops_none_after_it()
    {
        var keys = await InboxAsync();
        var isFirst = true;
        _server.Before = act =>
        {
            if (!act.StartsWith("move", StringComparison.Ordinal) || !isFirst) return;
            isFirst = false;
            throw new InvalidOperationException("planted");
        };

        await Mail.ActAsync(new MailAction.MoveToRole(MailboxRole.Archive), [keys[0]], Cancellation);
        await Mail.ActAsync(new MailAction.MoveToRole(MailboxRole.Archive), [keys[1]], Cancellation);
        await SettledAsync();

        Assert.Equal(MailFaultKind.Protocol, Assert.Single(Mail.Troubles).Fault?.Kind);
        Assert.Single(_server.Find("Archive").Messages);
    }

    [Fact]
    public async Task What_an_account_moved_cannot_be_taken_back_once_it_is_closed()
    {
        var keys = await InboxAsync();
        await Mail.ActAsync(new MailAction.MoveToRole(MailboxRole.Archive), [keys[0]], Cancellation);
        await SettledAsync();
        var undo = Mail.LastUndo!;
        await _person.Book.RemoveAsync(_account.Id, Cancellation);
        await Mail.ForgetAsync(_account.Id, Cancellation);

        Assert.All((await Mail.UndoAsync(undo, Cancellation))!, result => Assert.Equal(ActFailure.Unknown, result.Failure));
        Assert.Equal(0, await Mail.WaitingAsync(_account.Id, Cancellation));
        Assert.Empty(await Mail.ReadInAsync(_account.Id, Cancellation));
        Assert.Empty(await Mail.ConversationAsync(keys[0], Cancellation));
    }

    [Fact]
    public void Steps_back_from_what_servers_did_at_once_are_by_where_it_went()
    {
        var (here, there) = (new MessageKey(_account.Id, new MailboxId(1), 7, new Uid(1)), new MessageKey(_account.Id, new MailboxId(2), 7, new Uid(9)));
        var move = new MailAction.Move(_account.Id, there.Mailbox);

        Assert.Equal([there], Assert.IsType<UndoStep.Act>(Assert.Single(UndoSteps.Of(move, [new ActResult(here, null, null, there)], MirrorVersion.Empty))).Keys);
        Assert.Empty(UndoSteps.Of(move, [new ActResult(here, null, null, null)], MirrorVersion.Empty));
        Assert.Empty(UndoSteps.Of(new MailAction.Destroy(), [new ActResult(here, null, null, null)], MirrorVersion.Empty));
    }

    [Fact]
    public async Task What_the_mirror_does_not_hold_is_done_by_its_server_first()
    {
        var keys = await InboxAsync();
        _server.Find("INBOX").Add("not heard of yet", Letter.Day(5));
        var unheard = keys[0] with { Uid = new Uid(4) };

        var results = await Mail.ActAsync(new MailAction.Mark(Keywords.Flagged, Keywords.None), [keys[0], unheard, keys[1] with { UidValidity = 1 }], Cancellation);
        await SettledAsync();

        Assert.Equal([null, null, ActFailure.Gone], results.Select(result => result.Failure));
        Assert.True(_server.Find("INBOX").Messages[4].Keywords.HasFlag(Keywords.Flagged));
    }

    [Fact]
    public async Task What_was_not_done_when_the_machine_stopped_is_done_at_the_next_visit()
    {
        var shelves = new MirrorShelves(_person.Site.Directory, NullLoggerFactory.Instance);
        var keyring = _person.Visit.Required.Keyring;
        var stores = new PersonStores(() => shelves.Open(keyring), new RecordsOf<KeptIntent>(_person.Site.Database, () => keyring));
        Intent moved;
        await using (var first = new PersonMail(new SyncTurns(1), stores, null, TimeProvider.System, NullLoggerFactory.Instance))
        {
            await OpenAsync(first);
            var image = await ImageAsync(first, "INBOX", 3);
            _server.Before = act => { if (act.StartsWith("move", StringComparison.Ordinal)) throw new MailFault(MailFaultKind.Unreachable); };
            moved = new Intent(IntentId.New(), _account.Id, image.Mailbox, image.Point.UidValidity, [image.UidAt(0)], new MailAction.Move(_account.Id, new MailboxId(_account.Id.Value + 2)), DateTimeOffset.UnixEpoch);
            await first.Intents(_account.Id)!.AddAsync(moved, Cancellation);
        } // no goodbye

        Assert.Equal(3, _server.Find("INBOX").Messages.Count);
        _server.Before = _ => { };
        await using var second = new PersonMail(new SyncTurns(1), stores, null, TimeProvider.System, NullLoggerFactory.Instance);
        await OpenAsync(second);
        await second.Intents(_account.Id)!.DrainAsync(Cancellation);

        Assert.Equal((2, 1), (_server.Find("INBOX").Messages.Count, _server.Find("Archive").Messages.Count));
        Assert.Empty(second.Troubles.All);
        await foreach (var left in stores.Intents.AllAsync(Cancellation)) Assert.Fail($"{left.Id} is left");
    }

    [Fact]
    public async Task What_was_to_be_done_in_a_removed_account_is_forgotten()
    {
        var shelves = new MirrorShelves(_person.Site.Directory, NullLoggerFactory.Instance);
        var keyring = _person.Visit.Required.Keyring;
        var stores = new PersonStores(() => shelves.Open(keyring), new RecordsOf<KeptIntent>(_person.Site.Database, () => keyring));
        await using var mail = new PersonMail(new SyncTurns(1), stores, null, TimeProvider.System, NullLoggerFactory.Instance);
        foreach (var account in (AccountId[])[_account.Id, new AccountId(7)])
        {
            var intent = new Intent(IntentId.New(), account, new MailboxId(1), 1, [new Uid(1)], new MailAction.Destroy(), DateTimeOffset.UnixEpoch);
            await stores.Intents.PutAsync(intent.Id.ToString(), KeptIntent.Of(intent), Cancellation);
        }

        await mail.ForgetIntentsAsync(_account.Id, Cancellation);

        var left = new List<AccountId>();
        await foreach (var record in stores.Intents.AllAsync(Cancellation)) left.Add(record.Value.Account);
        Assert.Equal([new AccountId(7)], left);
    }

    private static async Task<MailboxImage> ImageAsync(PersonMail mail, string name, int count)
    {
        while (true)
        {
            var version = mail.Mirror.Current;
            foreach (var account in version.Accounts.Values)
                if (account.Mailboxes.FirstOrDefault(mailbox => mailbox.Name.Value == name) is { } mailbox && account.Images.GetValueOrDefault(mailbox.Id) is { } image && image.Count == count) return image;
            await mail.Mirror.NextAsync(version.Number, Cancellation);
        }
    }

    private Task OpenAsync(PersonMail mail) => mail.OpenAsync(
        _account,
        _ => Task.FromResult(new PersonAccount(_account, new FakeStore(_server), new MailboxDirectory(_account.Id, [new(new MailboxId(_account.Id.Value + 1), "INBOX", '/', null), new(new MailboxId(_account.Id.Value + 2), "Archive", '/', null)], (_, _) => Task.CompletedTask), new Lazy<ISubmission>(() => throw new InvalidOperationException()))),
        Cancellation);

    private async Task SettledAsync()
    {
        while (await Mail.WaitingAsync(_account.Id, Cancellation) > 0) await Task.Delay(10, Cancellation);
    }

    /// <summary>The INBOX as it is seen, newest first, once it is read in.</summary>
    private async Task<IReadOnlyList<MessageKey>> InboxAsync()
    {
        while (true)
        {
            var page = await Mail.ListAsync(Query.Of(new Scope.Combined(CombinedView.Inbox)), PagePlace.First, 10, Cancellation);
            if (page.Rows.Count > 0) return [.. page.Rows.Select(row => row.Key)];
            await Task.Delay(10, Cancellation);
        }
    }
}
