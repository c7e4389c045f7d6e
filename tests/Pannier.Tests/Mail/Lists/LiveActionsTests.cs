using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Lists;

public sealed class LiveActionsTests
{
    private readonly OneAccount _ann = new(1);
    private readonly OneAccount _bob = new(2);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tells_one_result_for_each_message_in_the_order_asked()
    {
        var mine = new List<MessageKey>();
        for (var n = 0; n < 4; n++) mine.Add(await (n % 2 == 0 ? _ann : _bob).KeyAsync("INBOX", (n % 2 == 0 ? _ann : _bob).Inbox.Add($"{n}", Letter.Day(n))));
        var gone = mine[0] with { Uid = new Uid(77) };
        var strange = mine[0] with { Mailbox = new MailboxId(5) };
        var another = mine[0] with { Account = new AccountId(9) };
        MessageKey[] keys = [mine[3], gone, mine[0], strange, mine[2], another, mine[1], mine[0]];

        var results = await ActAsync(new MailAction.Mark(Keywords.Seen, Keywords.None), keys);

        Assert.Equal(keys.Distinct(), results.Select(result => result.Key));
        Assert.Equal([null, ActFailure.Gone, null, ActFailure.Unknown, null, ActFailure.Unknown, null], results.Select(result => result.Failure));
        Assert.All(_ann.Inbox.Messages.Values.Concat(_bob.Inbox.Messages.Values), message => Assert.Equal(Keywords.Seen, message.Keywords));
    }

    [Fact]
    public async Task One_accounts_failure_is_its_own()
    {
        var (a, b) = (await _ann.KeyAsync("INBOX", _ann.Inbox.Add("a", Letter.Day(1))), await _bob.KeyAsync("INBOX", _bob.Inbox.Add("b", Letter.Day(1))));
        _bob.Server.Before = act => Fail(act.StartsWith("store", StringComparison.Ordinal), MailFaultKind.Refused);

        var results = await ActAsync(new MailAction.Mark(Keywords.Flagged, Keywords.Seen), a, b);

        Assert.Equal([(null, null), (ActFailure.Server, MailFaultKind.Refused)], results.Select(result => (result.Failure, result.Fault?.Kind)));
    }

    [Fact] // H12
    public async Task Without_a_mailbox_of_the_role_nothing_is_moved_let_alone_expunged()
    {
        var key = await _ann.KeyAsync("INBOX", _ann.Inbox.Add("a", Letter.Day(1)));
        foreach (var role in (MailboxRole[])[MailboxRole.Trash, MailboxRole.Archive, MailboxRole.Junk])
            Assert.Equal(ActFailure.NoSuchRole, Assert.Single(await ActAsync(new MailAction.MoveToRole(role), key)).Failure);

        Assert.Single(_ann.Inbox.Messages);
        Assert.DoesNotContain(_ann.Server.Acts, act => act.StartsWith("move", StringComparison.Ordinal) || act.StartsWith("destroy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_message_goes_to_its_own_accounts_mailbox_of_the_role()
    {
        _ann.Server.Make("Bin", MailboxRole.Trash);
        _bob.Server.Make("Papierkorb");
        var (a, b) = (await _ann.KeyAsync("INBOX", _ann.Inbox.Add("a", Letter.Day(1))), await _bob.KeyAsync("INBOX", _bob.Inbox.Add("b", Letter.Day(1))));

        var results = await ActAsync(new MailAction.MoveToRole(MailboxRole.Trash), a, b);

        Assert.All(results, result => Assert.Null(result.Failure));
        Assert.Equal((await _ann.BoxAsync("Bin")).Id, results[0].Now?.Mailbox);
        Assert.Single(_bob.Server.Find("Papierkorb").Messages);
        Assert.Equal(results[0].Now, Assert.Single(await ActAsync(new MailAction.MoveToRole(MailboxRole.Trash), results[0].Now!.Value)).Now); // already there
    }

    [Fact]
    public async Task Moves_and_copies_within_an_account_and_says_where_to()
    {
        _ann.Server.Make("Work");
        var (stays, goes) = (_ann.Inbox.Add("stays", Letter.Day(1)), _ann.Inbox.Add("goes", Letter.Day(2)));
        var work = (await _ann.BoxAsync("Work")).Id;

        var copied = Assert.Single(await ActAsync(new MailAction.Copy(_ann.Open.Id, work), await _ann.KeyAsync("INBOX", stays)));
        var moved = Assert.Single(await ActAsync(new MailAction.Move(_ann.Open.Id, work), await _ann.KeyAsync("INBOX", goes)));

        Assert.Equal([await _ann.KeyAsync("Work", new Uid(1)), await _ann.KeyAsync("Work", new Uid(2))], [copied.Now, moved.Now]);
        Assert.Equal([stays.Value], _ann.Inbox.Messages.Keys);
    }

    [Fact]
    public async Task A_server_that_tells_no_new_numbers_leaves_them_untold()
    {
        _ann.Server.Features = StoreFeatures.None;
        _ann.Server.Make("Work");
        var key = await _ann.KeyAsync("INBOX", _ann.Inbox.Add("a", Letter.Day(1)));

        var moved = Assert.Single(await ActAsync(new MailAction.Move(_ann.Open.Id, (await _ann.BoxAsync("Work")).Id), key));

        Assert.Equal((null, null), (moved.Failure, moved.Now));
    }

    [Fact]
    public async Task A_target_that_is_not_there_or_not_selectable_is_told()
    {
        _ann.Server.Put(new FakeMailbox("Node", MailboxRole.None, 5) { Selectable = false });
        var key = await _ann.KeyAsync("INBOX", _ann.Inbox.Add("a", Letter.Day(1)));
        MailAction[] actions =
        [
            new MailAction.Move(_ann.Open.Id, new MailboxId(5)),
            new MailAction.Copy(new AccountId(9), new MailboxId(5)),
            new MailAction.Move(_ann.Open.Id, (await _ann.BoxAsync("Node")).Id),
        ];

        foreach (var action in actions) Assert.Equal(ActFailure.Unknown, Assert.Single(await ActAsync(action, key)).Failure);
        Assert.Single(_ann.Inbox.Messages);
    }

    [Fact]
    public async Task Destroys_just_these()
    {
        var (goes, stays) = (_ann.Inbox.Add("goes", Letter.Day(1)), _ann.Inbox.Add("stays", Letter.Day(2)));

        Assert.Null(Assert.Single(await ActAsync(new MailAction.Destroy(), await _ann.KeyAsync("INBOX", goes))).Failure);

        Assert.Equal([stays.Value], _ann.Inbox.Messages.Keys);
    }

    [Fact]
    public async Task Takes_messages_across_accounts_whole()
    {
        var uid = _ann.Inbox.Add(Letter.Rich(5_000), Letter.Day(3), Keywords.Seen | Keywords.Deleted | Keywords.Flagged);
        var octets = _ann.Inbox.Messages[uid.Value].Octets;

        var moved = await AcrossAsync(uid);

        Assert.Null(moved.Failure);
        Assert.Empty(_ann.Inbox.Messages);
        var there = Assert.Single(_bob.Inbox.Messages);
        Assert.Equal(octets, there.Value.Octets);
        Assert.Equal((Letter.Day(3), Keywords.Seen | Keywords.Flagged), (there.Value.ReceivedAt, there.Value.Keywords));
        Assert.Equal(await _bob.KeyAsync("INBOX", new Uid(there.Key)), moved.Now);
    }

    [Fact]
    public async Task Copies_across_accounts_and_leaves_the_original()
    {
        var uid = _ann.Inbox.Add("a", Letter.Day(1));

        var copied = Assert.Single(await ActAsync(new MailAction.Copy(_bob.Open.Id, (await _bob.BoxAsync("INBOX")).Id), await _ann.KeyAsync("INBOX", uid)));

        Assert.Null(copied.Failure);
        Assert.Equal((1, 1), (_ann.Inbox.Messages.Count, _bob.Inbox.Messages.Count));
    }

    // What fails where, what is told, and where the message is after that: always in one of the two at least.
    [Theory]
    [InlineData("ann", "source", MailFaultKind.Dropped, ActFailure.Server, 1, 0)]
    [InlineData("ann", "rows", MailFaultKind.UidValidityChanged, ActFailure.Gone, 1, 0)]
    [InlineData("bob", "append", MailFaultKind.OverQuota, ActFailure.Server, 1, 0)]
    [InlineData("bob", "append", MailFaultKind.Dropped, ActFailure.CopiedNotVerified, 1, 0)]
    [InlineData("bob", "rows", MailFaultKind.Dropped, ActFailure.CopiedNotVerified, 1, 1)]
    [InlineData("ann", "destroy", MailFaultKind.Dropped, ActFailure.CopiedNotRemoved, 1, 1)]
    [InlineData("ann", "destroy", MailFaultKind.Refused, ActFailure.CopiedNotRemoved, 1, 1)]
    public async Task A_move_across_accounts_that_fails_says_so_and_loses_nothing(string who, string act, MailFaultKind kind, ActFailure told, int here, int there)
    {
        var uid = _ann.Inbox.Add("a", Letter.Day(1));
        await _bob.BoxAsync("INBOX");
        (who == "ann" ? _ann : _bob).Server.Before = now => Fail(now.StartsWith(act, StringComparison.Ordinal), kind);

        var moved = await AcrossAsync(uid);

        Assert.Equal((told, kind), (moved.Failure, moved.Fault?.Kind));
        Assert.Equal((here, there), (_ann.Inbox.Messages.Count, _bob.Inbox.Messages.Count));
    }

    [Fact]
    public async Task A_copy_that_is_shorter_than_what_was_sent_does_not_count()
    {
        var uid = _ann.Inbox.Add("a", Letter.Day(1));
        _bob.Server.Before = act =>
        {
            if (act.StartsWith("rows", StringComparison.Ordinal)) _bob.Inbox.Messages[1] = _bob.Inbox.Messages[1] with { Octets = Letter.Octets("Subject: a") };
        };

        var moved = await AcrossAsync(uid);

        Assert.Equal(ActFailure.CopiedNotVerified, moved.Failure);
        Assert.Single(_ann.Inbox.Messages);
    }

    [Fact]
    public async Task A_target_that_tells_no_number_keeps_the_original()
    {
        var uid = _ann.Inbox.Add("a", Letter.Day(1));
        _bob.Server.Features = StoreFeatures.None;

        Assert.Equal(ActFailure.CopiedNotVerified, (await AcrossAsync(uid)).Failure);
        Assert.Single(_ann.Inbox.Messages);
    }

    [Fact]
    public async Task A_message_gone_before_it_is_taken_across_is_told()
    {
        Assert.Equal(ActFailure.Gone, (await AcrossAsync(new Uid(9))).Failure);
        Assert.Empty(_bob.Inbox.Messages);
    }

    private async Task<ActResult> AcrossAsync(Uid uid) =>
        Assert.Single(await ActAsync(new MailAction.Move(_bob.Open.Id, (await _bob.BoxAsync("INBOX")).Id), await _ann.KeyAsync("INBOX", uid)));

    private Task<IReadOnlyList<ActResult>> ActAsync(MailAction action, params MessageKey[] keys) => LiveActions.ActAsync([_ann.Open, _bob.Open], action, keys, Cancellation);

    private static void Fail(bool now, MailFaultKind kind)
    {
        if (now) throw new MailFault(kind);
    }
}
