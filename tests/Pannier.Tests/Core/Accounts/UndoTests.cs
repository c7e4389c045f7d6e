using Pannier.Core.Accounts;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Accounts;

/// <summary>What was done can be taken back, once, and exactly.</summary>
public sealed class UndoTests : IAsyncLifetime
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
        _person.Stores.Servers[_account.Imap.UserName] = _server;
    }

    public ValueTask DisposeAsync() => _person.DisposeAsync();

    [Fact]
    public async Task A_mark_is_taken_back_only_where_it_changed_something()
    {
        var keys = await FileAsync(Keywords.None, Keywords.Seen, Keywords.Flagged);
        await Mail.ActAsync(new MailAction.Mark(Keywords.Seen, Keywords.None), keys, Cancellation);
        await SettledAsync();
        Assert.Equal([Keywords.Seen, Keywords.Seen, Keywords.Flagged | Keywords.Seen], Kept("INBOX"));

        var undone = await Mail.UndoAsync(Mail.LastUndo!, Cancellation);

        await SettledAsync();
        Assert.Equal(2, undone!.Count);
        Assert.All(undone, result => Assert.Null(result.Failure));
        Assert.Equal([Keywords.None, Keywords.Seen, Keywords.Flagged], Kept("INBOX"));
    }

    [Fact]
    public async Task What_was_moved_comes_back_and_the_list_shows_it_at_once()
    {
        var keys = await FileAsync(Keywords.Seen, Keywords.None);
        await Mail.ActAsync(new MailAction.MoveToRole(MailboxRole.Archive), keys, Cancellation);
        var undo = Mail.LastUndo!;
        Assert.Empty((await InboxAsync()).Rows);
        await SettledAsync();
        Assert.Equal(2, _server.Find("Archive").Messages.Count);

        await Mail.UndoAsync(undo, Cancellation);
        await SettledAsync();

        while ((await InboxAsync()).Rows.Count < 2) await Task.Delay(10, Cancellation); // under their new numbers, once they are looked at
        Assert.Empty(_server.Find("Archive").Messages);
    }

    [Fact]
    public async Task It_is_taken_back_once_and_what_was_never_done_not_at_all()
    {
        var keys = await FileAsync(Keywords.None);
        await Mail.ActAsync(new MailAction.Mark(Keywords.Flagged, Keywords.None), keys, Cancellation);
        var undo = Mail.LastUndo!;

        Assert.NotNull(await Mail.UndoAsync(undo, Cancellation));
        Assert.Null(await Mail.UndoAsync(undo, Cancellation));
        Assert.Null(await Mail.UndoAsync(UndoId.New(), Cancellation));
    }

    [Fact]
    public async Task An_undoing_can_be_undone()
    {
        var keys = await FileAsync(Keywords.None);
        await Mail.ActAsync(new MailAction.Mark(Keywords.Flagged, Keywords.None), keys, Cancellation);
        await Mail.UndoAsync(Mail.LastUndo!, Cancellation);

        await Mail.UndoAsync(Mail.LastUndo!, Cancellation);
        await SettledAsync();

        Assert.Equal([Keywords.Flagged], Kept("INBOX"));
    }

    [Fact]
    public async Task What_is_gone_for_good_is_not_offered_and_what_went_nobody_told_where_is_found()
    {
        var keys = await FileAsync(Keywords.None, Keywords.None);
        await Mail.ActAsync(new MailAction.Destroy(), [keys[0]], Cancellation);
        Assert.Null(Mail.LastUndo);

        _server.Features = StoreFeatures.Move; // no UIDPLUS: new uids are not told
        await Mail.ActAsync(new MailAction.MoveToRole(MailboxRole.Archive), [keys[1]], Cancellation);
        await SettledAsync();
        Assert.Single(_server.Find("Archive").Messages);

        Assert.All((await Mail.UndoAsync(Mail.LastUndo!, Cancellation))!, result => Assert.Null(result.Failure));
        await SettledAsync();
        Assert.Empty(_server.Find("Archive").Messages);
        Assert.Single(_server.Find("INBOX").Messages);
    }

    [Fact]
    public async Task Nothing_done_is_nothing_to_undo()
    {
        var keys = await FileAsync(Keywords.Seen);

        await Mail.ActAsync(new MailAction.Mark(Keywords.Seen, Keywords.None), keys, Cancellation);

        Assert.Null(Mail.LastUndo);
    }

    [Fact]
    public async Task An_account_says_when_all_its_mail_is_read_in()
    {
        await FileAsync(Keywords.None);

        while (await Mail.FillingAsync(_account.Id, Cancellation) is not null) await Task.Delay(20, Cancellation);
        Assert.Null(await Mail.FillingAsync(AccountId.New(), Cancellation));
    }

    private async Task SettledAsync()
    {
        while (await Mail.WaitingAsync(_account.Id, Cancellation) > 0) await Task.Delay(10, Cancellation);
    }

    private IEnumerable<Keywords> Kept(string mailbox) => _server.Find(mailbox).Messages.Values.Select(message => message.Keywords);

    private Task<Page> InboxAsync() => Mail.ListAsync(Query.Of(new Scope.Combined(CombinedView.Inbox)), PagePlace.First, 10, Cancellation);

    /// <summary>Messages with these keywords in the INBOX, once the mirror has them; in the order given.</summary>
    private async Task<IReadOnlyList<MessageKey>> FileAsync(params Keywords[] keywords)
    {
        foreach (var (i, one) in keywords.Index()) _server.Find("INBOX").Add($"letter {i}", Letter.Day(i), one);
        Page page;
        while ((page = await InboxAsync()).Rows.Count < keywords.Length) await Task.Delay(20, Cancellation);
        return [.. page.Rows.OrderBy(row => row.Key.Uid).Select(row => row.Key)];
    }
}
