using Pannier.Mail;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail;

public abstract partial class StoreContract
{
    private static readonly MailboxName Trash = new("Trash", '/');

    [Fact]
    public async Task Marks_and_unmarks_and_tells_which_are_still_there()
    {
        var one = await FileAsync(Letter.Plain("one"), Keywords.Flagged);
        var two = await FileAsync(Letter.Plain("two"));
        var inbox = await RefAsync(Inbox);

        var done = await _store.Use(c => c.StoreAsync(inbox, [one, two, new Uid(99)], Keywords.Seen | Keywords.Answered, Keywords.Flagged, Cancellation));

        Assert.Equal(new HashSet<Uid> { one, two }, done);
        var now = await KeywordsAsync(inbox, one, two);
        Assert.All(now.Values, keywords => Assert.Equal(Keywords.Seen | Keywords.Answered, keywords));
    }

    [Fact]
    public async Task Keeps_keywords_beyond_the_system_flags_where_the_server_can()
    {
        const Keywords all = Keywords.Forwarded | Keywords.Junk | Keywords.NotJunk | Keywords.MdnSent;
        var uid = await FileAsync(Letter.Plain("one"));
        var inbox = await RefAsync(Inbox);

        var done = await _store.Use(c => c.StoreAsync(inbox, [uid], all, Keywords.None, Cancellation));
        var can = await _store.Use(c => Task.FromResult(c.Features.HasFlag(StoreFeatures.Keywords)));
        var then = await KeywordsAsync(inbox, uid);
        await _store.Use(c => c.StoreAsync(inbox, [uid], Keywords.None, Keywords.Junk | Keywords.Forwarded, Cancellation));

        Assert.Equal((can ? all : Keywords.None, can), (then[uid], done.Contains(uid)));
        Assert.Equal(can ? Keywords.NotJunk | Keywords.MdnSent : Keywords.None, (await KeywordsAsync(inbox, uid))[uid]);
    }

    [Fact]
    public async Task Copies_and_says_where_to()
    {
        var one = await FileAsync(Letter.Plain("one", id: "one@x"), Keywords.Seen, at: Letter.Day(1));
        var two = await FileAsync(Letter.Plain("two"), at: Letter.Day(2));
        await FileAsync(Letter.Plain("there before"), mailbox: Trash);
        var (inbox, trash) = (await RefAsync(Inbox), await RefAsync(Trash));

        var copied = await _store.Use(c => c.CopyAsync(inbox, [one, two, new Uid(99)], Trash, Cancellation));

        Assert.Equal([one, two], copied.Uids.Keys.Order());
        Assert.Equal(trash.UidValidity, copied.UidValidity);
        Assert.Equal([one, two], await UidsAsync(inbox));
        var rows = await _store.Use(c => c.RowsAsync(trash, [copied.Uids[one]!.Value, copied.Uids[two]!.Value], Previews.Leave, Cancellation));
        Assert.Equal([("one", Letter.Day(1), Keywords.Seen), ("two", Letter.Day(2), Keywords.None)], rows.Select(row => (row.Envelope.Subject, row.ReceivedAt, row.Keywords)));
    }

    [Fact]
    public async Task Moves_and_leaves_everything_else_alone()
    {
        var foreign = await FileAsync(Letter.Plain("marked by another client"), Keywords.Deleted);
        var one = await FileAsync(Letter.Plain("one", id: "one@x"));
        var stays = await FileAsync(Letter.Plain("stays"));
        var (inbox, trash) = (await RefAsync(Inbox), await RefAsync(Trash));

        var moved = await _store.Use(c => c.MoveAsync(inbox, [one, new Uid(99)], Trash, Cancellation));

        Assert.Equal([one], moved.Uids.Keys);
        Assert.Equal([moved.Uids[one]!.Value], await UidsAsync(trash));
        var left = await _store.Use(c => c.IndexAsync(inbox, new Uid(1), Cancellation));
        Assert.Equal([foreign, stays], left.Select(entry => entry.Uid).Where(uid => uid != one));
        Assert.All(left.Where(entry => entry.Uid == one), entry => Assert.True(entry.Keywords.HasFlag(Keywords.Deleted))); // ours, marked: no UIDPLUS
        Assert.Equal(Keywords.None, left.Single(entry => entry.Uid == stays).Keywords);
    }

    [Fact]
    public async Task Moving_takes_the_originals_away_when_no_foreign_mark_stands()
    {
        var one = await FileAsync(Letter.Plain("one"));
        var two = await FileAsync(Letter.Plain("two"));
        var inbox = await RefAsync(Inbox);

        await _store.Use(c => c.MoveAsync(inbox, [two], Trash, Cancellation));

        Assert.Equal([one], await UidsAsync(inbox));
    }

    [Fact]
    public async Task Two_equal_messages_get_two_copies()
    {
        var letter = Letter.Plain("twin", id: "twin@x");
        var (one, two) = (await FileAsync(letter, at: Letter.Day(1)), await FileAsync(letter, at: Letter.Day(1)));
        var inbox = await RefAsync(Inbox);

        var moved = await _store.Use(c => c.MoveAsync(inbox, [one, two], Trash, Cancellation));

        Assert.Equal(2, moved.Uids.Values.Distinct().Count());
        Assert.Empty(await UidsAsync(inbox));
    }

    [Fact]
    public async Task Moving_to_a_mailbox_that_is_not_there_changes_nothing()
    {
        var one = await FileAsync(Letter.Plain("one"));
        var inbox = await RefAsync(Inbox);

        Assert.Equal(MailFaultKind.NotFound, await FaultAsync(() => _store.Use(c => c.MoveAsync(inbox, [one], new("Nowhere", '/'), Cancellation))));

        Assert.Equal(Keywords.None, (await KeywordsAsync(inbox, one))[one]);
    }

    [Fact]
    public async Task Destroys_these_and_no_other()
    {
        var (one, two) = (await FileAsync(Letter.Plain("one")), await FileAsync(Letter.Plain("two")));
        var inbox = await RefAsync(Inbox);

        var gone = await _store.Use(c => c.DestroyAsync(inbox, [one, new Uid(99)], Cancellation));

        Assert.Equal(new HashSet<Uid> { one, new(99) }, gone);
        Assert.Equal([two], await UidsAsync(inbox));
    }

    [Fact]
    public async Task Destroying_never_takes_what_another_client_marked()
    {
        var foreign = await FileAsync(Letter.Plain("foreign"), Keywords.Deleted);
        var ours = await FileAsync(Letter.Plain("ours"));
        var inbox = await RefAsync(Inbox);
        var plus = await _store.Use(c => Task.FromResult(c.Features.HasFlag(StoreFeatures.UidPlus)));

        var gone = await _store.Use(c => c.DestroyAsync(inbox, [ours], Cancellation));

        var left = await KeywordsAsync(inbox, foreign, ours);
        Assert.Equal(Keywords.Deleted, left[foreign]);
        Assert.Equal((plus, !plus), (gone.Contains(ours), left.ContainsKey(ours)));
        if (!plus) Assert.Equal(Keywords.Deleted, left[ours]);
    }

    [Fact]
    public async Task Files_with_keywords_and_date_and_says_where()
    {
        var uid = await FileAsync(Letter.Plain("filed"), Keywords.Seen | Keywords.Draft, at: Letter.Day(5));
        var inbox = await RefAsync(Inbox);

        Assert.Equal([new IndexEntry(uid, Letter.Day(5), Keywords.Seen | Keywords.Draft)], await _store.Use(c => c.IndexAsync(inbox, new Uid(1), Cancellation)));
    }

    [Fact]
    public async Task Filing_finds_the_message_among_others_of_the_same_id()
    {
        var letter = Letter.Plain("again", id: "again@x");

        var (one, two) = (await FileAsync(letter), await FileAsync(letter));

        Assert.True(one < two);
    }

    [Fact]
    public async Task Filing_where_no_mailbox_is_is_not_found() =>
        Assert.Equal(
            MailFaultKind.NotFound,
            await FaultAsync(() => _store.Use(c => c.AppendAsync(new("Nowhere", '/'), new MemoryStream(Letter.Plain("x")), Keywords.None, null, Cancellation))));

    [Fact]
    public async Task No_messages_named_means_none_touched()
    {
        var uid = await FileAsync(Letter.Plain("one"));
        var inbox = await RefAsync(Inbox);

        Assert.Empty(await _store.Use(c => c.RowsAsync(inbox, [], Previews.Read, Cancellation)));
        Assert.Empty(await _store.Use(c => c.KeywordsAsync(inbox, [], Cancellation)));
        Assert.Empty(await _store.Use(c => c.StoreAsync(inbox, [], Keywords.Seen, Keywords.None, Cancellation)));
        Assert.Empty((await _store.Use(c => c.CopyAsync(inbox, [], Trash, Cancellation))).Uids);
        Assert.Empty((await _store.Use(c => c.MoveAsync(inbox, [], Trash, Cancellation))).Uids);
        Assert.Empty(await _store.Use(c => c.DestroyAsync(inbox, [], Cancellation)));

        Assert.Equal([uid], await UidsAsync(inbox));
    }

    [Fact]
    public async Task Every_act_refuses_a_mailbox_that_was_made_anew()
    {
        var uid = await FileAsync(Letter.Plain("one"));
        var inbox = await RefAsync(Inbox);
        var old = inbox with { UidValidity = inbox.UidValidity - 1 };
        var part = new BodyPart("1", "text/plain", null, 5, null, null, Disposition.Unspecified, TextFlow.Fixed, []);
        Func<IMailConnection, Task>[] acts =
        [
            c => c.IndexAsync(old, uid, Cancellation),
            c => c.SearchAsync(old, SearchTerms.All, Cancellation),
            c => c.RowsAsync(old, [uid], Previews.Leave, Cancellation),
            c => c.KeywordsAsync(old, [uid], Cancellation),
            c => c.OpenAsync(old, uid, Cancellation),
            c => c.CopyPartAsync(old, uid, part, Stream.Null, 10, Cancellation),
            c => c.CopySourceAsync(old, uid, Stream.Null, Cancellation),
            c => c.StoreAsync(old, [uid], Keywords.Seen, Keywords.None, Cancellation),
            c => c.CopyAsync(old, [uid], Trash, Cancellation),
            c => c.MoveAsync(old, [uid], Trash, Cancellation),
            c => c.DestroyAsync(old, [uid], Cancellation),
        ];

        foreach (var act in acts) Assert.Equal(MailFaultKind.UidValidityChanged, await FaultAsync(() => _store.Use(act)));

        Assert.Equal(Keywords.None, (await KeywordsAsync(inbox, uid))[uid]);
        Assert.Empty(await UidsAsync(await RefAsync(Trash)));
    }

    [Fact]
    public async Task A_mailbox_deleted_and_made_again_is_another()
    {
        var name = new MailboxName("Again", '/');
        await _store.Use(c => c.CreateMailboxAsync(name, Cancellation));
        var uid = await FileAsync(Letter.Plain("one"), mailbox: name);
        var before = await RefAsync(name);
        await _store.Use(c => c.DeleteMailboxAsync(name, Cancellation));
        await Task.Delay(1100, Cancellation); // UIDVALIDITY is a time in seconds with many servers
        await _store.Use(c => c.CreateMailboxAsync(name, Cancellation));
        await FileAsync(Letter.Plain("another"), mailbox: name);

        Assert.Equal(MailFaultKind.UidValidityChanged, await FaultAsync(() => _store.Use(c => c.OpenAsync(before, uid, Cancellation))));
    }
}
