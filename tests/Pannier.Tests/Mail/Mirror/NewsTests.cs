using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror;
using Pannier.Mail.Mirror.News;
using Pannier.Mail.Mirror.Threads;

namespace Pannier.Tests.Mail.Mirror;

public sealed class NewsTests : IDisposable
{
    private static readonly AccountId Account = new(1);
    private static readonly MailboxId Inbox = new(2);
    private static readonly MailboxId Work = new(3);
    private readonly PersonMirror _mirror = new();

    [Fact]
    public async Task A_mailbox_first_seen_is_changed_and_nothing_in_it_has_arrived()
    {
        var start = await ListedAsync();

        await ApplyAsync(new MailboxDelta(Inbox, Point(10)) { Added = [Message(8), Message(9)] });

        var news = _mirror.News.Since(start)!;
        Assert.Equal([new Scope.One(Account, Inbox)], news.Changed);
        Assert.Empty(news.Arrived);
    }

    [Fact]
    public async Task Older_mail_that_is_filled_in_is_no_change_of_what_is_shown()
    {
        await ListedAsync();
        var start = await ApplyAsync(new MailboxDelta(Inbox, Point(10)) { Added = [Message(8), Message(9)] });

        await ApplyAsync(new MailboxDelta(Inbox, Point(10)) { Added = [Message(6), Message(7)] });

        var news = _mirror.News.Since(start)!;
        Assert.Empty(news.Changed);
        Assert.Equal([new Scope.One(Account, Inbox)], news.Filled);
        Assert.Empty(news.Arrived);
    }

    [Fact]
    public async Task Unread_mail_new_in_an_inbox_has_arrived_and_read_mail_has_not()
    {
        await ListedAsync();
        var start = await ApplyAsync(new MailboxDelta(Inbox, Point(10)) { Added = [Message(9)] });

        await ApplyAsync(new MailboxDelta(Inbox, Point(12)) { Added = [Message(10), Message(11, Keywords.Seen)] });

        Assert.Equal([new MessageKey(Account, Inbox, 7, new Uid(10))], _mirror.News.Since(start)!.Arrived);
    }

    [Fact]
    public async Task Mail_new_in_another_mailbox_or_a_hidden_account_does_not_count_as_arrived()
    {
        await ListedAsync();
        await ApplyAsync(new MailboxDelta(Work, Point(10)) { Added = [Message(9)] });
        await ApplyAsync(new MailboxDelta(Inbox, Point(10)) { Added = [Message(9)] });
        var start = (await _mirror.JoinAsync(Account, InCombinedViews.Hidden, TestContext.Current.CancellationToken)).Number;

        await ApplyAsync(new MailboxDelta(Work, Point(11)) { Added = [Message(10)] });
        await ApplyAsync(new MailboxDelta(Inbox, Point(11)) { Added = [Message(10)] });

        var news = _mirror.News.Since(start)!;
        Assert.Empty(news.Arrived);
        Assert.Equal(2, news.Changed.Count);
    }

    [Fact]
    public async Task A_mailbox_made_anew_is_changed_and_nothing_in_it_has_arrived()
    {
        await ListedAsync();
        var start = await ApplyAsync(new MailboxDelta(Inbox, Point(10)) { Added = [Message(9)] });

        await ApplyAsync(new MailboxDelta(Inbox, Point(3) with { UidValidity = 8 }) { Added = [Message(1), Message(2)] });

        var news = _mirror.News.Since(start)!;
        Assert.Equal([new Scope.One(Account, Inbox)], news.Changed);
        Assert.Empty(news.Arrived);
    }

    [Fact]
    public async Task A_point_alone_is_no_news()
    {
        await ListedAsync();
        var start = await ApplyAsync(new MailboxDelta(Inbox, Point(10)) { Added = [Message(9)] });

        var version = await ApplyAsync(new MailboxDelta(Inbox, Point(10) with { HighestModSeq = 99 }));

        var news = _mirror.News.Since(start)!;
        Assert.True(version > start);
        Assert.True(news.IsEmpty);
    }

    [Fact]
    public async Task Flags_and_expunges_are_changes_and_so_is_what_an_account_says_of_itself()
    {
        await ListedAsync();
        var start = await ApplyAsync(new MailboxDelta(Inbox, Point(10)) { Added = [Message(8), Message(9)] });

        await ApplyAsync(new MailboxDelta(Inbox, Point(10)) { Flags = [new FlagChange(new Uid(9), Keywords.Seen)], Gone = [new Uid(8)] });
        await _mirror.StandsAsync(Account, SyncStage.Current, null, TestContext.Current.CancellationToken);

        var news = _mirror.News.Since(start)!;
        Assert.Equal([new Scope.One(Account, Inbox)], news.Changed);
        Assert.Equal([Account], news.Accounts);
    }

    [Fact]
    public async Task Of_many_arrivals_the_newest_are_named()
    {
        await ListedAsync();
        var start = await ApplyAsync(new MailboxDelta(Inbox, Point(2)) { Added = [Message(1)] });

        for (var uid = 2u; uid < 102; uid += 2) await ApplyAsync(new MailboxDelta(Inbox, Point(uid + 2)) { Added = [Message(uid), Message(uid + 1)] });

        var arrived = _mirror.News.Since(start)!.Arrived;
        Assert.Equal(MirrorNews.MostArrived, arrived.Count);
        Assert.Equal(101u, arrived[^1].Uid.Value);
    }

    [Fact]
    public async Task Who_was_away_too_long_is_told_so()
    {
        await ListedAsync();
        var start = await ApplyAsync(new MailboxDelta(Inbox, Point(2)) { Added = [Message(1)] });

        for (var turn = 0; turn < 1_100; turn++) await ApplyAsync(new MailboxDelta(Inbox, Point(2)) { Flags = [new FlagChange(new Uid(1), turn % 2 == 0 ? Keywords.Seen : Keywords.None)] });

        Assert.Null(_mirror.News.Since(start));
        Assert.NotNull(_mirror.News.Since(_mirror.Current.Number - 10));
    }

    [Fact]
    public async Task A_reader_who_waits_is_woken_by_the_next_version()
    {
        var start = await ListedAsync();
        var waiting = _mirror.NextAsync(start, TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);

        var made = await ApplyAsync(new MailboxDelta(Inbox, Point(2)) { Added = [Message(1)] });

        Assert.Equal(made, (await waiting).Number);
    }

    public void Dispose() => _mirror.Dispose();

    private static SyncPoint Point(uint next) => new(7, next, 0, null, null);

    private static FetchedMessage Message(uint uid, Keywords keywords = Keywords.None) =>
        new(new MessageRow(new Uid(uid), DateTimeOffset.UnixEpoch.AddSeconds(uid), 100, keywords, Envelope.Empty, AttachmentMark.Unknown, null), MessageLinks.None);

    private async Task<long> ListedAsync() =>
        (await _mirror.ListedAsync(
            Account,
            [Box(Inbox, "INBOX", MailboxRole.Inbox), Box(Work, "Work", MailboxRole.None)],
            TestContext.Current.CancellationToken)).Number;

    private static Mailbox Box(MailboxId id, string name, MailboxRole role) => new(Account, id, new MailboxName(name, '/'), role, true, true, null);

    private async Task<long> ApplyAsync(MailboxDelta delta) => (await _mirror.ApplyAsync(Account, delta, TestContext.Current.CancellationToken)).Number;
}
