using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using Pannier.Mail;
using Pannier.Mail.Mirror;
using Pannier.Mail.Mirror.Keeping;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Mirror;

/// <summary>What is kept comes back as it was; what was lost, cut short or changed comes back not at all.</summary>
public sealed class KeepingTests
{
    private static readonly AccountId Account = ImageTests.Account;
    private static readonly MailboxId Inbox = ImageTests.Mailbox;
    private static readonly MailboxId Other = MailboxId.New();

    private static readonly IReadOnlyList<Mailbox> Mailboxes =
    [
        new(Account, Inbox, new MailboxName("INBOX", '/'), MailboxRole.Inbox, true, true, new MailboxState(7, 10, 3, 1, 99)),
        new(Account, Other, new MailboxName("Ünter/計画", null), MailboxRole.None, true, false, null),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mirror_comes_back_as_it_was_when_it_was_last_kept_wherever_it_died()
    {
        await Gen.Select(Gen.Select(ImageTests.AnyDelta, Gen.Int[0, 3]).Array[1, 14], Gen.Int[0, 12]).SampleAsync(
            async (steps, lives) =>
            {
                var shelf = new MemoryShelf { Lives = lives };
                using var mirror = new PersonMirror();
                await using var keeper = await BeginAsync(mirror, shelf);
                await mirror.ListedAsync(Account, Mailboxes, Cancellation);
                var kept = new Dictionary<MailboxId, MailboxImage>();
                foreach (var (delta, then) in steps)
                {
                    var mailbox = then % 2 == 0 ? Inbox : Other;
                    await mirror.ApplyAsync(Account, delta with { Mailbox = mailbox }, Cancellation);
                    if (then < 2) continue;

                    var before = shelf.Boxes.ToDictionary();
                    await keeper.WriteAsync(Cancellation);
                    foreach (var image in mirror.Current.Accounts[Account].Images.Values)
                        if (!SameBoxes(before, shelf.Boxes, image.Mailbox)) kept[image.Mailbox] = image;
                }

                shelf.Lives = null;
                using var again = new PersonMirror();
                await using var reader = await BeginAsync(again, shelf);
                var account = again.Current.Accounts.GetValueOrDefault(Account);
                foreach (var mailbox in new[] { Inbox, Other })
                {
                    if (account?.Images.GetValueOrDefault(mailbox) is not { } back)
                    {
                        Assert.False(kept.ContainsKey(mailbox) && account is { Mailboxes.Count: > 0 });
                        continue;
                    }

                    Same(kept[mailbox], back);
                    for (var row = 0; row < back.Count; row++)
                        Assert.Contains(again.Threads.Members(back.KeyAt(row), back.LinksAt(row).Id), member => member.Key == back.KeyAt(row));
                }

                if (account is { Mailboxes.Count: > 0 }) Assert.Equal(Mailboxes, account.Mailboxes);
            },
            iter: 120,
            threads: 1);
    }

    [Fact]
    public async Task A_box_that_was_changed_cut_exchanged_or_put_back_costs_its_mailbox_and_nothing_else()
    {
        await Gen.Select(ImageTests.AnyDelta.Array[1, 4], Gen.Int[0, 1_000_000], Gen.Int[0, 4], Gen.Int[0, 1_000_000]).SampleAsync(
            async (deltas, which, how, where) =>
            {
                var shelf = new MemoryShelf();
                using var mirror = new PersonMirror();
                await using var keeper = await BeginAsync(mirror, shelf);
                await mirror.ListedAsync(Account, Mailboxes, Cancellation);
                foreach (var delta in deltas) await mirror.ApplyAsync(Account, delta, Cancellation);
                await keeper.WriteAsync(Cancellation);
                var (old, former) = (shelf.Boxes.ToDictionary(), mirror.Current.Accounts[Account].Images.GetValueOrDefault(Inbox));
                await mirror.ApplyAsync(Account, deltas[0], Cancellation);
                await mirror.ApplyAsync(Account, deltas[0] with { Added = [], Flags = [.. deltas[^1].Added.Select(one => new FlagChange(one.Row.Uid, Keywords.Draft | Keywords.Junk))], Gone = [] }, Cancellation);
                await keeper.WriteAsync(Cancellation);

                var places = shelf.Boxes.Keys.Where(place => place.Kind is KeptKind.Mailbox or KeptKind.Rows or KeptKind.Keywords).OrderBy(place => (place.Kind, place.Number)).ToList();
                var place = places[which % places.Count];
                var box = shelf.Boxes[place];
                shelf.Boxes[place] = how switch
                {
                    0 => [.. box.Select((one, i) => i == where % box.Length ? (byte)(one ^ (1 << (where % 8))) : one)],
                    1 => box[..(where % box.Length)],
                    2 => [.. box, 0],
                    3 => shelf.Boxes[places[where % places.Count]],
                    _ => old.GetValueOrDefault(place, box),
                };

                using var again = new PersonMirror();
                await using var reader = await BeginAsync(again, shelf);
                if (again.Current.Accounts[Account].Images.GetValueOrDefault(Inbox) is not { } back) return; // found out: read in anew

                // Or it is as good as it was: the rows can be read to their end.
                for (var row = 0; row < back.Count; row++) Assert.NotNull(back.Read(row).Envelope);
                var now = mirror.Current.Accounts[Account].Images[Inbox];
                // A head put back whose blocks all still stand as it names them is the mailbox as it was then: an older point, from which the sync goes on.
                var isFormer = how is 4 && place.Kind is KeptKind.Mailbox && former is not null && (former.Point, former.Count) == (back.Point, back.Count) && former.Count != now.Count;
                if (how is 3 or 4) Same(isFormer ? former! : now, back);
            },
            iter: 400,
            threads: 1);
    }

    [Fact]
    public async Task Only_what_changed_is_written_again()
    {
        var shelf = new MemoryShelf();
        using var mirror = new PersonMirror();
        await using var keeper = await BeginAsync(mirror, shelf);
        await mirror.ListedAsync(Account, Mailboxes, Cancellation);
        var many = Enumerable.Range(1, 5_000).Select(uid => new FetchedMessage(new MessageRow(new Uid((uint)uid), Letter.Day(1), 10, Keywords.None, Envelope.Empty, AttachmentMark.No, null), default)).ToList();
        var delta = new MailboxDelta(Inbox, new SyncPoint(7, 9_000, 5_000, 1, new Uid(1))) { Added = many };
        await mirror.ApplyAsync(Account, delta, Cancellation);
        await keeper.WriteAsync(Cancellation);
        var before = shelf.Boxes.ToDictionary();

        await mirror.ApplyAsync(Account, new MailboxDelta(Inbox, delta.Point) { Flags = [new FlagChange(new Uid(7), Keywords.Seen)] }, Cancellation);
        await keeper.WriteAsync(Cancellation);
        Assert.Equal([KeptKind.Mailbox, KeptKind.Keywords], Changed(before, shelf.Boxes).Order());

        before = shelf.Boxes.ToDictionary();
        await mirror.ApplyAsync(Account, new MailboxDelta(Inbox, delta.Point) { Gone = [new Uid(5_000)] }, Cancellation);
        await keeper.WriteAsync(Cancellation);
        Assert.Equal([KeptKind.Mailbox, KeptKind.Rows, KeptKind.Keywords], Changed(before, shelf.Boxes).Order()); // the last block in place of the old one
        Assert.Equal(before.Count, shelf.Boxes.Count);

        var commits = shelf.Commits;
        await keeper.WriteAsync(Cancellation);
        Assert.Equal(commits, shelf.Commits);
    }

    [Fact]
    public void When_flags_were_last_compared_is_kept()
    {
        foreach (var at in (DateTimeOffset?[])[null, Letter.Day(3)])
        {
            var head = new MailboxHead(new SyncPoint(7, 9, 5, 1, new Uid(1)) { ComparedAt = at }, []);

            Assert.Equal(head.Point, MailboxHead.Read(head.Write())?.Point);
        }
    }

    [Fact]
    public async Task A_mailbox_that_is_gone_and_an_account_that_was_removed_leave_nothing()
    {
        var shelf = new MemoryShelf();
        using var mirror = new PersonMirror();
        await using var keeper = await BeginAsync(mirror, shelf);
        await mirror.ListedAsync(Account, Mailboxes, Cancellation);
        foreach (var mailbox in new[] { Inbox, Other }) await mirror.ApplyAsync(Account, new MailboxDelta(mailbox, new SyncPoint(7, 2, 0, null, new Uid(1))), Cancellation);
        await keeper.WriteAsync(Cancellation);

        await mirror.ListedAsync(Account, [Mailboxes[0]], Cancellation);
        await keeper.WriteAsync(Cancellation);
        Assert.DoesNotContain(shelf.Boxes.Keys, place => place.Mailbox == Other);

        await keeper.ForgetAsync(Account, Cancellation);
        Assert.Equal([KeptKind.Mirror], shelf.Boxes.Keys.Select(place => place.Kind));
    }

    private static async Task<MirrorKeeper> BeginAsync(PersonMirror mirror, MemoryShelf shelf)
    {
        var keeper = new MirrorKeeper(mirror, shelf, NullLogger<MirrorKeeper>.Instance);
        await keeper.BeginAsync(Cancellation);
        await keeper.ReadAsync(Account, Cancellation);
        return keeper;
    }

    private static IEnumerable<KeptKind> Changed(Dictionary<KeptPlace, byte[]> before, Dictionary<KeptPlace, byte[]> after) =>
        after.Where(one => !before.TryGetValue(one.Key, out var old) || !old.AsSpan().SequenceEqual(one.Value)).Select(one => one.Key.Kind);

    private static bool SameBoxes(Dictionary<KeptPlace, byte[]> before, Dictionary<KeptPlace, byte[]> after, MailboxId mailbox) =>
        before.TryGetValue(new KeptPlace(Account, mailbox, KeptKind.Mailbox, 0), out var old) == after.TryGetValue(new KeptPlace(Account, mailbox, KeptKind.Mailbox, 0), out var now) && (old ?? []).AsSpan().SequenceEqual(now ?? []);

    private static void Same(MailboxImage wanted, MailboxImage back)
    {
        Assert.Equal((wanted.Point, wanted.Count, wanted.Unseen, wanted.Flagged), (back.Point, back.Count, back.Unseen, back.Flagged));
        for (var row = 0; row < wanted.Count; row++)
        {
            Assert.Equal(wanted.Newest(row), back.Newest(row));
            Assert.Equivalent(wanted.Read(row), back.Read(row));
            Assert.Equal([wanted.LinksAt(row).Id, .. wanted.LinksAt(row).References.Span], (ulong[])[back.LinksAt(row).Id, .. back.LinksAt(row).References.Span]);
        }
    }
}
