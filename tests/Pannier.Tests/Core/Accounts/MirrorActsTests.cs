using Pannier.Core.Accounts;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Accounts;

/// <summary>The next list shows what one has just done, in every mailbox it concerns, and waits for no server that is silent.</summary>
public sealed class MirrorActsTests : IAsyncLifetime
{
    private readonly FakeServer _server = new();
    private readonly ManualResetEventSlim _silent = new();
    private PersonHere _person = null!;
    private MyAccount _account = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IMyMail Mail => _person.Mail;

    public async ValueTask InitializeAsync()
    {
        _person = await PersonHere.OpenAsync();
        _account = await _person.AddAsync("ann");
        foreach (var (name, role) in (IReadOnlyList<(string, MailboxRole)>)[("INBOX", MailboxRole.Inbox), ("Trash", MailboxRole.Trash), ("Papers", MailboxRole.None)]) _server.Make(name, role);
        for (var i = 0; i < 3; i++) _server.Find("INBOX").Add($"letter {i}", Letter.Day(i));
        _person.Stores.Servers[_account.Imap.UserName] = _server;
    }

    public async ValueTask DisposeAsync()
    {
        await _person.DisposeAsync();
        _silent.Dispose();
    }

    [Fact]
    public async Task Flags_moves_copies_and_removals_show_at_once()
    {
        var keys = (await InboxAsync()).Rows.Select(row => row.Key).ToList();
        var papers = (await Mail.MailboxesAsync(_account.Id, Cancellation)).Single(mailbox => mailbox.Name.Value == "Papers").Id;

        await Mail.ActAsync(new MailAction.Mark(Keywords.Flagged, Keywords.None), [keys[0]], Cancellation);
        Assert.Equal([keys[0]], (await ListAsync(new Scope.Combined(CombinedView.Flagged))).Rows.Select(row => row.Key));

        await Mail.ActAsync(new MailAction.Copy(_account.Id, papers), [keys[0]], Cancellation);
        Assert.Equal((3, 1), ((await InboxAsync()).Rows.Count, (await ListAsync(new Scope.One(_account.Id, papers))).Rows.Count));

        await Mail.ActAsync(new MailAction.Move(_account.Id, papers), [keys[1]], Cancellation);
        Assert.Equal(2, (await InboxAsync()).Rows.Count);
        await UntilAsync(async () => (await ListAsync(new Scope.One(_account.Id, papers))).Rows.Count == 2);

        await Mail.ActAsync(new MailAction.MoveToRole(MailboxRole.Trash), [keys[2]], Cancellation);
        Assert.Equal(1, (await InboxAsync()).Total);
        await UntilAsync(async () => (await ListAsync(new Scope.Combined(CombinedView.Trash))).Total == 1);

        await Mail.ActAsync(new MailAction.Destroy(), [keys[0]], Cancellation);
        Assert.Empty((await InboxAsync()).Rows);
    }

    [Fact]
    public async Task What_is_gone_already_is_looked_at()
    {
        var keys = (await InboxAsync()).Rows.Select(row => row.Key).ToList();
        _server.Find("INBOX").Messages.TryRemove(keys[0].Uid.Value, out _);

        await Mail.ActAsync(new MailAction.MoveToRole(MailboxRole.Trash), [keys[0]], Cancellation);
        await UntilAsync(() => Task.FromResult(Mail.Troubles.Count > 0));

        Assert.Equal((ActFailure.Gone, 1), (Mail.Troubles[0].Failure, Mail.Troubles[0].Count));
        Assert.Equal(2, (await InboxAsync()).Rows.Count);
        Mail.ForgetTroubles();
        Assert.Empty(Mail.Troubles);
    }

    [Fact]
    public async Task Counts_follow_ones_own_acts()
    {
        var keys = (await InboxAsync()).Rows.Select(row => row.Key).ToList();
        await Mail.ActAsync(new MailAction.Mark(Keywords.Seen, Keywords.None), keys, Cancellation);

        Assert.Equal(0, (await Mail.KnownMailboxesAsync(_account.Id, Cancellation))!.Single(mailbox => mailbox.Role == MailboxRole.Inbox).State!.Unseen);
    }

    [Fact]
    public async Task A_mailbox_the_server_keeps_shut_is_named_in_its_own_list()
    {
        await InboxAsync();
        _server.Make("Shut");
        _server.Before = act => { if (act.Contains("Shut", StringComparison.Ordinal)) throw new MailFault(MailFaultKind.Refused, "not for you"); };
        var shut = (await Mail.RefreshMailboxesAsync(_account.Id, Cancellation)).Single(mailbox => mailbox.Name.Value == "Shut").Id;

        var page = await ListAsync(new Scope.One(_account.Id, shut));

        Assert.Equal(MailFaultKind.Refused, Assert.Single(page.Accounts).Fault?.Kind);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_holds_a_list_up_for_some_seconds_only()
    {
        _server.Before = _ => _silent.Wait(TimeSpan.FromSeconds(20));

        var page = await InboxAsync();
        _silent.Set();

        Assert.Equal(new Filling(0, 0), Assert.Single(page.Accounts).Filling);
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        while (!await isSo()) await Task.Delay(10, Cancellation);
    }

    private Task<Page> InboxAsync() => ListAsync(new Scope.Combined(CombinedView.Inbox));

    private Task<Page> ListAsync(Scope scope) => Mail.ListAsync(Query.Of(scope), PagePlace.First, 10, Cancellation);
}
