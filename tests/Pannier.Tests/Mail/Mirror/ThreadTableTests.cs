using CsCheck;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror;
using Pannier.Mail.Mirror.Threads;
using Pannier.Mail.Mirror.Views;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Mirror;

/// <summary>What refers to one another belongs together, across mailboxes and accounts, and stays bounded whatever messages say.</summary>
public sealed class ThreadTableTests
{
    private static readonly AccountId[] Accounts = [new(1), new(2)];
    private static readonly MailboxId[] Mailboxes = [new(11), new(12), new(21)]; // the last of the second account

    private static readonly Gen<Said> AnySaid = Gen.Select(Gen.Int[0, 2], Gen.UInt[1, 20], Gen.Int[1, 12], Gen.Int[1, 12].Array[0, 3]).Select((mailbox, uid, id, references) => new Said(mailbox, uid, (ulong)id, [.. references.Select(one => (ulong)one)]));

    [Fact]
    public void Conversations_are_the_components_of_the_references()
    {
        Gen.Select(AnySaid.Array[0, 25], Gen.Int[0, 24].HashSet[0, 8]).Sample((all, gone) =>
        {
            var said = all.DistinctBy(one => (one.Mailbox, one.Uid)).ToList();
            var table = new ThreadTable();
            foreach (var one in said) table.Add(Accounts[one.Mailbox / 2], Mailboxes[one.Mailbox], 7, new Uid(one.Uid), new MessageLinks(one.Id, one.References));
            var left = said.Where((_, i) => !gone.Contains(i)).ToList();
            foreach (var one in said.Except(left)) table.Remove(Accounts[one.Mailbox / 2], Mailboxes[one.Mailbox], 7, new Uid(one.Uid), one.Id);

            // Links of what is gone stay.
            var component = Enumerable.Range(0, 13).ToDictionary(id => (ulong)id, id => id);
            foreach (var one in said)
                foreach (var reference in one.References)
                    if (component[one.Id] is var from && component[reference] is var to && from != to)
                        foreach (var id in component.Keys.ToList()) component[id] = component[id] == from ? to : component[id];

            foreach (var one in left)
            {
                var wanted = left.Where(other => component[other.Id] == component[one.Id]).Select(Key).Order(ByText).ToList();
                var found = table.Members(Key(one), one.Id);
                Assert.Equal(wanted, found.Select(member => member.Key).Order(ByText));
                Assert.All(found, member => Assert.Equal(left.Single(other => Key(other) == member.Key).Id, member.Id));
            }
        });
    }

    [Fact]
    public void An_id_that_thousands_carry_ties_only_some_and_a_conversation_has_an_end()
    {
        var table = new ThreadTable();
        for (var uid = 1u; uid <= 10_000; uid++) table.Add(Accounts[0], Mailboxes[0], 7, new Uid(uid), new MessageLinks(5, default));
        for (var uid = 1u; uid <= 10_000; uid++) table.Add(Accounts[0], Mailboxes[1], 7, new Uid(uid), new MessageLinks(100 + uid, new[] { 99 + (ulong)uid }));

        Assert.Equal(64, table.Members(Key(0, 1), 5).Count);
        Assert.Single(table.Members(Key(0, 9_000), 5));
        Assert.InRange(table.Members(Key(1, 5_000), 5_100).Count, 1, 1_000);

        for (var uid = 1u; uid <= 10_000; uid++) table.Remove(Accounts[0], Mailboxes[0], 7, new Uid(uid), 5);
        Assert.DoesNotContain(table.Members(Key(0, 1), 5), member => member.Key.Mailbox == Mailboxes[0] && member.Key.Uid.Value != 1);
    }

    [Fact]
    public async Task The_mirror_follows_what_comes_and_goes()
    {
        using var mirror = new PersonMirror();
        var token = TestContext.Current.CancellationToken;
        var first = new MailboxDelta(Mailboxes[0], new SyncPoint(7, 10, 2, null, new Uid(1))) { Added = [Fetched(1, 1), Fetched(2, 2, 1)] };
        await mirror.ApplyAsync(Accounts[0], first, token);
        Assert.Equal(2, Conversations.Of(mirror.Current, Key(0, 1)).Count);

        await mirror.ApplyAsync(Accounts[0], new MailboxDelta(Mailboxes[0], first.Point) { Gone = [new Uid(2)] }, token);
        Assert.Single(Conversations.Of(mirror.Current, Key(0, 1)));

        await mirror.ApplyAsync(Accounts[0], new MailboxDelta(Mailboxes[0], first.Point with { UidValidity = 8 }) { Added = [Fetched(1, 2, 1)] }, token);
        Assert.Empty(Conversations.Of(mirror.Current, Key(0, 1)));
        Assert.Single(mirror.Threads.Members(new MessageKey(Accounts[0], Mailboxes[0], 8, new Uid(1)), 2));

        await mirror.LeaveAsync(Accounts[0], token);
        Assert.Equal([new ThreadMember(Key(0, 99), 2)], mirror.Threads.Members(Key(0, 99), 77).Select(member => member with { Id = 2 }));
    }

    [Theory]
    [InlineData("<a@x>", "a@x")]
    [InlineData("<a@x> <b@y>", "a@x")]
    [InlineData("a@x", "a@x")]
    [InlineData("Your message of Friday", null)]
    [InlineData("Your message of Friday <a@x>", "a@x")]
    [InlineData("<>", null)]
    [InlineData("<unclosed", null)]
    public void What_a_message_answers_is_read_from_whatever_the_header_says(string inReplyTo, string? id) =>
        Assert.Equal(id is null ? [] : [id], ThreadHints.Of([], inReplyTo, null).References);

    [Fact]
    public void Of_endless_references_the_first_and_the_last_count()
    {
        var hints = ThreadHints.Of([.. Enumerable.Range(0, 5_000).Select(i => $"{i}@x")], "<4999@x>", "t");

        Assert.Equal(["0@x", "1@x", "2@x", "3@x", "4@x", "5@x", "6@x", "4993@x", "4994@x", "4995@x", "4996@x", "4997@x", "4998@x", "4999@x"], hints.References);
    }

    [Fact]
    public void Hashes_differ_by_person_and_tie_the_same_ids_of_one()
    {
        var (ours, theirs) = (LinkHash.New(), LinkHash.New());
        var place = new MailboxRef(new MailboxName("INBOX", '/'), 7);
        var row = new MessageRow(new Uid(1), Letter.Day(1), 1, Keywords.None, Envelope.Empty with { MessageId = "a@x" }, AttachmentMark.No, null) { Thread = ThreadHints.Of(["a@x", "b@x"], null, "T1") };

        var links = ours.Of(Accounts[0], place, Mailboxes[0], row);
        Assert.Equal(links.Id, ours.Of(Accounts[1], place, Mailboxes[2], row with { Thread = ThreadHints.None }).Id);
        Assert.Equal(2, links.References.Length); // not itself
        Assert.NotEqual(links.Id, theirs.Of(Accounts[0], place, Mailboxes[0], row).Id);
        Assert.NotEqual(links.References.ToArray()[1], ours.Of(Accounts[1], place, Mailboxes[2], row).References.ToArray()[1]); // a provider's thread is one account's
        var bare = row with { Envelope = Envelope.Empty };
        Assert.NotEqual(ours.Of(Accounts[0], place, Mailboxes[0], bare).Id, ours.Of(Accounts[0], place, Mailboxes[1], bare).Id);
    }

    private static Comparer<MessageKey> ByText { get; } = Comparer<MessageKey>.Create((left, right) => string.CompareOrdinal(left.ToString(), right.ToString()));

    private static MessageKey Key(Said one) => Key(one.Mailbox, one.Uid);

    private static MessageKey Key(int mailbox, uint uid) => new(Accounts[mailbox / 2], Mailboxes[mailbox], 7, new Uid(uid));

    private static FetchedMessage Fetched(uint uid, ulong id, params ulong[] references) =>
        new(new MessageRow(new Uid(uid), Letter.Day((int)uid), 1, Keywords.None, Envelope.Empty, AttachmentMark.No, null), new MessageLinks(id, references));

    private sealed record Said(int Mailbox, uint Uid, ulong Id, ulong[] References);
}
