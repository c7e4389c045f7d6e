using Pannier.Mail;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail;

public abstract partial class StoreContract
{
    /// <summary>The name <c>a" {3}\r\n&lt;b&gt;</c> with a real CR and LF, in modified UTF-7.</summary>
    private const string HostileName = "a\" {3}&AA0ACg-<b>";

    [Fact]
    public async Task Lists_the_inbox_as_a_selectable_mailbox_with_its_role()
    {
        var list = await _store.Use(c => c.ListMailboxesAsync(Cancellation));

        var inbox = Assert.Single(list, box => box.Role == MailboxRole.Inbox);
        Assert.True(inbox.Name.IsInbox);
        Assert.True(inbox.Selectable);
    }

    [Fact]
    public async Task Tells_roles_only_where_the_server_does()
    {
        var list = await _store.Use(c => c.ListMailboxesAsync(Cancellation));

        var sent = Assert.Single(list, box => box.Name.Value == "Sent");
        Assert.Equal(HasSpecialUse ? MailboxRole.Sent : MailboxRole.None, sent.Role);
    }

    [Fact]
    public async Task A_list_with_states_tells_what_a_mailbox_holds()
    {
        await FileAsync(Letter.Plain("one"), Keywords.Seen);
        await FileAsync(Letter.Plain("two"));

        var list = await _store.Use(c => c.ListMailboxesAsync(Cancellation));

        if (list.Single(box => box.Name.IsInbox).State is { } state) Assert.Equal((2, 1, 3u), (state.Exists, state.Unseen, state.UidNext));
    }

    [Fact]
    public async Task Selecting_tells_the_present_state_each_time()
    {
        var before = await _store.Use(c => c.SelectAsync(Inbox, Cancellation));
        await FileAsync(Letter.Plain("one"), Keywords.Seen);
        var uid = await FileAsync(Letter.Plain("two"));

        var after = await _store.Use(c => c.SelectAsync(Inbox, Cancellation));

        Assert.Equal((before.UidValidity, uid.Value + 1, 2, 1), (after.UidValidity, after.UidNext, after.Exists, after.Unseen));
    }

    [Fact]
    public async Task Makes_renames_and_deletes_mailboxes_of_any_language_and_depth()
    {
        var top = new MailboxName("Ærø 仕事 & mehr", '/');
        var below = new MailboxName("Ærø 仕事 & mehr/Été \"1\" \\ {5}", '/');
        var moved = new MailboxName("Später", '/');

        await _store.Use(c => c.CreateMailboxAsync(top, Cancellation));
        await _store.Use(c => c.CreateMailboxAsync(below, Cancellation));
        await FileAsync(Letter.Plain("kept"), mailbox: below);
        await _store.Use(c => c.RenameMailboxAsync(below, moved, Cancellation));
        var between = await _store.Use(c => c.ListMailboxesAsync(Cancellation));
        var kept = await UidsAsync(await RefAsync(moved));
        await _store.Use(c => c.DeleteMailboxAsync(moved, Cancellation));
        await _store.Use(c => c.DeleteMailboxAsync(top, Cancellation));
        var after = await _store.Use(c => c.ListMailboxesAsync(Cancellation));

        Assert.Contains(between, box => box.Name.Value == top.Value);
        Assert.Contains(between, box => box.Name.Value == moved.Value);
        Assert.DoesNotContain(between, box => box.Name.Value == below.Value);
        Assert.Single(kept);
        Assert.DoesNotContain(after, box => box.Name.Value == moved.Value || box.Name.Value == top.Value);
    }

    [Fact]
    public async Task A_mailbox_with_a_hostile_name_is_data_like_any_other()
    {
        await _server.MakeMailboxAsync(_user, HostileName);

        var list = await _store.Use(c => c.ListMailboxesAsync(Cancellation));
        var hostile = Assert.Single(list, box => box.Name.Value.StartsWith("a\"", StringComparison.Ordinal)).Name;
        var uid = await FileAsync(Letter.Plain("inside"), mailbox: hostile);
        var found = await UidsAsync(await RefAsync(hostile));

        Assert.Equal("a\" {3}\r\n<b>", hostile.Value);
        Assert.Equal([uid], found);
    }

    [Fact]
    public async Task Refuses_to_make_a_mailbox_whose_name_holds_control_characters()
    {
        Assert.Equal(MailFaultKind.Refused, await FaultAsync(() => _store.Use(c => c.CreateMailboxAsync(new("a\r\nb", '/'), Cancellation))));
        Assert.Equal(MailFaultKind.Refused, await FaultAsync(() => _store.Use(c => c.CreateMailboxAsync(new("a/", '/'), Cancellation))));
    }

    [Fact]
    public async Task A_mailbox_that_is_not_there_is_not_found()
    {
        var gone = new MailboxName("No such", '/');

        Assert.Equal(MailFaultKind.NotFound, await FaultAsync(() => _store.Use(c => c.SelectAsync(gone, Cancellation))));
        Assert.Equal(MailFaultKind.NotFound, await FaultAsync(() => _store.Use(c => c.IndexAsync(new(gone, 1), new Uid(1), Cancellation))));
        Assert.Equal(MailFaultKind.NotFound, await FaultAsync(() => _store.Use(c => c.SelectAsync(new("", '/'), Cancellation))));
    }

    [Fact]
    public async Task A_mailbox_removed_meanwhile_is_not_found_and_the_store_goes_on()
    {
        var name = new MailboxName("Brief", '/');
        await _store.Use(c => c.CreateMailboxAsync(name, Cancellation));
        var mailbox = await RefAsync(name);
        await UidsAsync(mailbox);
        await using var other = _server.Open(_user);
        await other.Use(c => c.DeleteMailboxAsync(name, Cancellation));

        // Whoever had it selected may go on seeing it (RFC 2180 §3) or be cut off; nobody else finds it.
        _ = await Record.ExceptionAsync(() => UidsAsync(mailbox));
        await using var third = _server.Open(_user);

        Assert.Equal(MailFaultKind.NotFound, await FaultAsync(() => UidsAsync(mailbox, third)));
        Assert.NotEqual(0u, (await RefAsync(Inbox)).UidValidity);
    }

    [Fact]
    public async Task Two_accounts_with_the_same_names_and_uids_never_mix()
    {
        await using var other = _server.Open(_server.NewUser());
        var mine = await FileAsync(Letter.Plain("mine"));
        var theirs = await FileAsync(Letter.Plain("theirs"), store: other);
        var (here, there) = (await RefAsync(Inbox), await RefAsync(Inbox, other));

        var (ours, foreign) = (
            await _store.Use(c => c.OpenAsync(here, mine, Cancellation)), await other.Use(c => c.OpenAsync(there, theirs, Cancellation)));
        await _store.Use(c => c.DestroyAsync(here, [mine], Cancellation));

        Assert.Equal(mine, theirs);
        Assert.Equal(("mine", "theirs"), (ours.Row.Envelope.Subject, foreign.Row.Envelope.Subject));
        Assert.Equal([theirs], await UidsAsync(there, other));
    }

    [Fact]
    public async Task Watching_returns_when_mail_comes_and_when_none_does()
    {
        await using var watcher = _server.Open(_user);
        var quiet = await watcher.Use(c => c.WatchAsync(Inbox, TimeSpan.FromSeconds(1), Cancellation));
        var watching = watcher.Use(c => c.WatchAsync(Inbox, TimeSpan.FromSeconds(60), Cancellation));
        await FileAsync(Letter.Plain("news"));

        // What comes elsewhere is heard where the server tells of it.
        if ((await watcher.Use(c => Task.FromResult(c.Features))).HasFlag(StoreFeatures.Notify))
        {
            var elsewhere = new MailboxName("Elsewhere", Inbox.Delimiter);
            await _store.Use(c => c.CreateMailboxAsync(elsewhere, Cancellation));
            IReadOnlySet<MailboxName> heard = new HashSet<MailboxName>();
            await using var second = _server.Open(_user);
            var rung = second.Use(c => c.WatchAsync(Inbox, TimeSpan.FromSeconds(20), Cancellation));
            while (!rung.IsCompleted)
            {
                await FileAsync(Letter.Plain("elsewhere"), mailbox: elsewhere);
                await Task.WhenAny(rung, Task.Delay(300, Cancellation));
            }

            Assert.Equal([elsewhere], await rung);
        }

        Assert.Empty(quiet);
        Assert.Equal([Inbox], await watching);
    }
}
