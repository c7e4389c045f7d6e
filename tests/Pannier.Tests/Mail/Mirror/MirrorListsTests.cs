using System.Text;
using CsCheck;
using Pannier.Mail;
using Pannier.Mail.Compose;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror;
using Pannier.Mail.Mirror.Matching;
using Pannier.Mail.Mirror.Threads;
using Pannier.Mail.Mirror.Views;
using Pannier.Mail.Search;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Mirror;

/// <summary>Pages out of the mirror are those of one plain sorted list, and stay so while mail comes and goes between them.</summary>
public sealed class MirrorListsTests
{
    private static readonly AccountId[] Accounts = [AccountId.New(), AccountId.New(), AccountId.New()];
    private static readonly MailboxRole[] Roles = [MailboxRole.Inbox, MailboxRole.None, MailboxRole.Junk, MailboxRole.Sent];
    private static readonly MailboxId[][] Mailboxes = [.. Accounts.Select(_ => Roles.Select(_ => MailboxId.New()).ToArray())];

    private static readonly string[] Subjects = ["", "Re: Plan", "plan B", "PLÄNE für morgen", "計画書", "Straße", "Fwd: ｐｌａｎ", "[list] Re: Plan", "𝒫lan", "a rather long subject that goes on and on, beyond what keys hold"];
    private static readonly string[] Wanted = ["plan", "PLAN", "ä", "画", "strasse", "ångstr", "ada", "list]", "é c", "x"];
    private static readonly string[] Names = ["Ada", "ada", "Bjørn Ångström", "李明", ""];
    private static readonly string?[] Previews = [null, "", "the plan is here", "ПЛАН готов", "naïve café"];

    private static readonly Gen<Letters> AnyLetters = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3], Gen.Select(Gen.UInt[1, 60], Gen.Int[0, 12], Gen.Int[0, 7], Gen.Int[0, 99]).Array[0, 30]).Select((account, mailbox, all) => new Letters(account, mailbox, all));

    private static readonly Gen<SearchNode> AnyLeaf = Gen.OneOf<SearchNode>(
        Gen.Select(Gen.OneOf(Wanted.Select(Gen.Const).ToArray()), Gen.Enum<SearchField>()).Select((text, field) => (SearchNode)new SearchNode.Words(field, text)),
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 7]).Select((with, without) => (SearchNode)new SearchNode.Marked((Keywords)(with & ~without), (Keywords)without)),
        Gen.Select(Gen.Int[0, 12], Gen.Int[0, 12]).Select((from, before) => (SearchNode)new SearchNode.Received(Letter.Day(from).ToUnixTimeSeconds(), Letter.Day(before).ToUnixTimeSeconds())),
        Gen.Int[95, 105].Select(size => (SearchNode)new SearchNode.Sized(size, 103)),
        Gen.Int[0, 3].Select(mailbox => (SearchNode)new SearchNode.Among(new HashSet<MailboxId> { Mailboxes[mailbox % 3][mailbox] })),
        Gen.Const((SearchNode)new SearchNode.Attached()));

    private static readonly Gen<SearchNode> AnyMatch = Gen.Recursive<SearchNode>((depth, part) => depth >= 3
        ? AnyLeaf
        : Gen.Frequency(
            (4, AnyLeaf),
            (1, Gen.Const(SearchNode.Everything)),
            (2, part.Array[0, 3].Select(parts => (SearchNode)new SearchNode.All(parts))),
            (2, part.Array[0, 3].Select(parts => (SearchNode)new SearchNode.Any(parts))),
            (1, part.Select(one => (SearchNode)new SearchNode.Not(one)))));

    private static readonly Gen<Scope> AnyScope = Gen.OneOf(
        Gen.Int[0, 8].Select(view => (Scope)new Scope.Combined((CombinedView)view)),
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3]).Select((account, mailbox) => (Scope)new Scope.One(Accounts[account], Mailboxes[account][mailbox])));

    private static readonly Gen<ListOrder> AnyOrder = Gen.Select(Gen.Enum<SortBy>(), Gen.Enum<Direction>()).Select((by, direction) => new ListOrder(by, direction));

    private static readonly Gen<Query> AnyQuery = Gen.Select(AnyScope, Gen.Frequency((1, Gen.Const(SearchNode.Everything)), (2, AnyMatch)), AnyOrder).Select((scope, match, order) => new Query(scope, match) { Order = order });

    [Fact]
    public void All_pages_together_are_the_whole_list_in_order_from_either_end()
    {
        Gen.Select(AnyLetters.Array[0, 12], AnyQuery, Gen.Int[1, 9]).Sample(
            (letters, query, limit) =>
            {
                var version = Version(letters);
                var wanted = Plain(version, query, (node, mailbox, row) => Known(node, mailbox, row, null) == true);
                var (shown, page) = (new List<MessageKey>(), MirrorLists.List(version, query, null, PagePlace.First, limit));
                Assert.Null(page.Previous);
                while (true)
                {
                    Assert.True(page.Rows.Count <= limit);
                    Assert.Equal(wanted.Count, page.Total);
                    shown.AddRange(page.Rows.Select(row => row.Key));
                    if (page.Next is null) break;
                    page = MirrorLists.List(version, query, null, PagePlace.After(Cursor.Read(page.Next.ToString())!), limit);
                }

                Assert.Equal(wanted, shown);

                // And back again.
                var back = page.Rows.Select(row => row.Key).Reverse().ToList();
                while (page.Previous is { } previous)
                {
                    page = MirrorLists.List(version, query, null, new PagePlace(Cursor.Read(previous.ToString()), PageSide.Before), limit);
                    back.AddRange(page.Rows.Select(row => row.Key).Reverse().Where(key => !back.Contains(key))); // the first page is always a full one
                }

                Assert.Equal(wanted, back.AsEnumerable().Reverse());
                for (var i = 0; i < wanted.Count; i++)
                {
                    var neighbours = MirrorLists.Neighbours(version, query, null, wanted[i]);
                    Assert.Equal((i == 0 ? null : wanted[i - 1], i == wanted.Count - 1 ? null : wanted[i + 1]), (neighbours.Newer, neighbours.Older));
                    Assert.Equal(wanted[i], MirrorLists.List(version, query, null, neighbours.Place, 1).Rows.Single().Key);
                }
            },
            iter: 400,
            threads: 1);
    }

    [Fact]
    public void A_word_is_where_it_is_here_or_where_a_server_found_it_and_what_is_not_known_yet_is_not_shown()
    {
        Gen.Select(AnyLetters.Array[0, 8], AnyMatch, Gen.Int[0, 1023], Gen.UInt[1, 60].HashSet[0, 20]).Sample(
            (letters, match, answered, found) =>
            {
                var version = Version(letters);
                var finds = Finds.None;
                for (var mailbox = 0; mailbox < Roles.Length; mailbox++)
                    foreach (var (words, i) in match.Deep().Select((words, i) => (words, i)))
                        if ((answered >> (mailbox + i) & 1) != 0) finds = Mailboxes.Aggregate(finds, (all, boxes) => all.With(boxes[mailbox], words, new FoundUids(7, [.. found.Order().Select(uid => new Uid(uid))])));

                var query = new Query(new Scope.Combined(CombinedView.Everything), match);
                var shown = MirrorLists.List(version, query, finds, PagePlace.First, 1_000).Rows.Select(row => row.Key).ToList();

                Assert.Equal(Plain(version, query, (node, mailbox, row) => Known(node, mailbox, row, finds) == true), shown);
            },
            iter: 400,
            threads: 1);
    }

    [Fact]
    public void What_a_server_found_and_nobody_has_read_in_yet_stands_in_its_place()
    {
        var version = Version([new Letters(0, 0, [(5, 3, 0, 0), (7, 5, 0, 0)])]);
        var loose = new Row(new MessageKey(Accounts[0], Mailboxes[0][0], 7, new Uid(6)), Message(6, 4, 0, 1).Row);
        var query = new Query(new Scope.Combined(CombinedView.Everything), SearchNode.Everything);
        var finds = Finds.None with { Loose = [loose, new Row(new MessageKey(Accounts[0], Mailboxes[0][0], 7, new Uid(5)), Message(5, 3, 0, 0).Row)] };

        foreach (var order in new[] { ListOrder.Default, new ListOrder(SortBy.Date, Direction.Ascending) })
        {
            var page = MirrorLists.List(version, query with { Order = order }, finds, PagePlace.First, 10);
            Assert.Equal(3, page.Total);
            Assert.Equal(order == ListOrder.Default ? [7u, 6u, 5u] : [5u, 6u, 7u], page.Rows.Select(row => row.Key.Uid.Value));
            Assert.Equal(page.Rows[2].Key, MirrorLists.Neighbours(version, query with { Order = order }, finds, loose.Key).Older);
        }
    }

    [Fact]
    public void A_row_stands_for_its_conversation_or_its_copies_wherever_one_begins_to_page()
    {
        Gen.Select(AnyLetters.Array[0, 8], AnyQuery, Gen.Int[1, 6], Gen.OneOf(Gen.Const(Grouping.Copies), Gen.Const(Grouping.Conversations))).Sample(
            (letters, asked, limit, grouping) =>
            {
                var version = Version(letters) with { Threads = new ThreadTable() };
                foreach (var image in version.Accounts.Values.SelectMany(account => account.Images.Values))
                    for (var row = 0; row < image.Count; row++) version.Threads!.Add(image.Account, image.Mailbox, 7, image.UidAt(row), image.LinksAt(row));
                var query = asked with { Grouping = grouping };

                // The first in the list of each.
                var wanted = new List<MessageKey>();
                var seen = new HashSet<MessageKey>();
                foreach (var key in Plain(version, query, (node, mailbox, row) => Known(node, mailbox, row, null) == true))
                {
                    if (!seen.Add(key)) continue;
                    wanted.Add(key);
                    var image = version.Accounts[key.Account].Images[key.Mailbox];
                    var id = image.LinksAt(image.Find(key.Uid)).Id;
                    seen.UnionWith(version.Threads!.Members(key, id).Where(member => grouping == Grouping.Conversations || member.Id == id).Select(member => member.Key));
                }

                var (shown, page) = (new List<MessageKey>(), MirrorLists.List(version, query, null, PagePlace.First, limit));
                shown.AddRange(page.Rows.Select(row => row.Key));
                while (page.Next is { } next)
                {
                    page = MirrorLists.List(version, query, null, PagePlace.After(next), limit);
                    shown.AddRange(page.Rows.Select(row => row.Key));
                }

                Assert.Equal(wanted, shown);
                if (grouping == Grouping.Conversations) Assert.All(page.Rows, row => Assert.InRange(row.Conversation!.Count, 1, 1_000));
                Assert.Superset(shown.Take(3).ToHashSet(), Conversations.In(version, query, [.. shown.Take(3)]).ToHashSet());
            },
            iter: 300,
            threads: 1);
    }

    /// <summary>Null while nobody can say.</summary>
    private static bool? Known(SearchNode node, MailboxId mailbox, MessageRow row, Finds? finds) => node switch
    {
        SearchNode.All all => all.Parts.Select(part => Known(part, mailbox, row, finds)).Aggregate((bool?)true, (left, right) => left == false || right == false ? false : left is null || right is null ? null : true),
        SearchNode.Any any => any.Parts.Select(part => Known(part, mailbox, row, finds)).Aggregate((bool?)false, (left, right) => left == true || right == true ? true : left is null || right is null ? null : false),
        SearchNode.Not not => !Known(not.Part, mailbox, row, finds),
        SearchNode.Attached => row.Attachment == AttachmentMark.Unknown ? null : row.Attachment == AttachmentMark.Yes,
        SearchNode.Words { Field: SearchField.Anywhere } words => finds is null || RowMatch.Is(words, mailbox, row) ? RowMatch.Is(words, mailbox, row) : finds.Of(mailbox, words) is { } found ? found.Uids.Contains(row.Uid) : null,
        _ => RowMatch.Is(node, mailbox, row),
    };

    [Fact]
    public void A_page_after_a_cursor_of_an_older_version_neither_skips_nor_repeats()
    {
        Gen.Select(AnyLetters.Array[1, 8], AnyLetters.Array[0, 4], Gen.Int[1, 9]).Sample(
            (before, later, limit) =>
            {
                var query = Query.Of(new Scope.Combined(CombinedView.Everything));
                var first = MirrorLists.List(Version(before), query, null, PagePlace.First, limit);
                if (first.Next is null) return;

                var version = Version([.. before, .. later]);
                var wanted = Plain(version, query, (node, mailbox, row) => Known(node, mailbox, row, null) == true);
                var rest = MirrorLists.List(version, query, null, PagePlace.After(first.Next), 500).Rows.Select(row => row.Key).ToList();

                var last = first.Rows[^1].Key;
                Assert.Empty(rest.Intersect(first.Rows.Where(row => Same(version, row)).Select(row => row.Key)));
                if (Same(version, first.Rows[^1])) Assert.Equal(wanted.Skip(wanted.IndexOf(last) + 1), rest);
            },
            iter: 300,
            threads: 1);
    }

    [Fact]
    public void A_list_says_which_accounts_are_not_read_in_and_which_fail()
    {
        var failing = AccountImage.Empty(Accounts[0], InCombinedViews.Shown) with { Stage = SyncStage.Failing, Fault = new MailFault(MailFaultKind.Dropped) };
        var new1 = AccountImage.Empty(Accounts[1], InCombinedViews.Shown);
        var hidden = AccountImage.Empty(Accounts[2], InCombinedViews.Hidden);
        var version = MirrorVersion.Empty with { Accounts = MirrorVersion.Empty.Accounts.Add(Accounts[0], failing).Add(Accounts[1], new1).Add(Accounts[2], hidden) };

        var answers = MirrorLists.List(version, Query.Of(new Scope.Combined(CombinedView.Inbox)), null, PagePlace.First, 10).Accounts.ToDictionary(answer => answer.Account);

        Assert.Equal(2, answers.Count);
        Assert.Equal(MailFaultKind.Dropped, answers[Accounts[0]].Fault?.Kind);
        Assert.Equal(new Filling(0, 0), answers[Accounts[1]].Filling);
    }

    [Fact]
    public void A_mailbox_partly_read_says_how_far()
    {
        var image = MailboxImage.Empty(Accounts[0], Mailboxes[0][0]).With(new MailboxDelta(Mailboxes[0][0], new SyncPoint(7, 100, 90, null, new Uid(60))) { Added = [Message(60, 1, 0, 0), Message(61, 2, 0, 0)] });
        var account = AccountImage.Empty(Accounts[0], InCombinedViews.Shown) with { Mailboxes = [Box(0, 0)] };
        account = account with { Images = account.Images.Add(Mailboxes[0][0], image) };
        var version = MirrorVersion.Empty with { Accounts = MirrorVersion.Empty.Accounts.Add(Accounts[0], account) };

        var page = MirrorLists.List(version, Query.Of(new Scope.Combined(CombinedView.Inbox)), null, PagePlace.First, 10);

        Assert.Equal((2, 90, new Filling(2, 90)), (page.Rows.Count, page.Total, page.Accounts[0].Filling));
    }

    private static bool Same(MirrorVersion version, Row row) =>
        version.Accounts[row.Key.Account].Images[row.Key.Mailbox] is var image && image.Find(row.Key.Uid) is >= 0 and var at && image.ReceivedAt(at) == row.Message.ReceivedAt.ToUnixTimeSeconds();

    /// <summary>The list as one would say it: everything, filtered, sorted.</summary>
    private static List<MessageKey> Plain(MirrorVersion version, Query query, Func<SearchNode, MailboxId, MessageRow, bool> isMatch)
    {
        var all =
            from account in version.Accounts.Values
            from mailbox in account.Mailboxes
            where query.Scope switch
            {
                Scope.One one => one.Account == account.Account && one.Mailbox == mailbox.Id,
                Scope.Combined { View: CombinedView.Inbox } => mailbox.Role == MailboxRole.Inbox,
                Scope.Combined { View: CombinedView.Sent } => mailbox.Role == MailboxRole.Sent,
                Scope.Combined { View: CombinedView.Junk } => mailbox.Role == MailboxRole.Junk,
                Scope.Combined { View: CombinedView.Unread or CombinedView.Flagged or CombinedView.Everything } => mailbox.Role != MailboxRole.Junk,
                _ => false,
            }
            let image = account.Images.GetValueOrDefault(mailbox.Id)
            where image is not null
            from row in Enumerable.Range(0, image.Count)
            let keywords = image.KeywordsAt(row)
            where query.Scope is not Scope.Combined { View: CombinedView.Unread } || !keywords.HasFlag(Keywords.Seen)
            where query.Scope is not Scope.Combined { View: CombinedView.Flagged } || keywords.HasFlag(Keywords.Flagged)
            where isMatch(query.Match, mailbox.Id, image.Read(row))
            let key = image.KeyAt(row)
            orderby image.ReceivedAt(row) descending, key.Account, key.Mailbox, key.Uid descending
            select (Key: key, Row: image.Read(row));
        var newest = all.ToList();
        var comparer = Comparer<string>.Create((left, right) => Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right)));
        var isAscending = query.Order.Direction == Direction.Ascending;
        return query.Order.By switch
        {
            SortBy.Date when isAscending => [.. newest.AsEnumerable().Reverse().Select(one => one.Key)],
            SortBy.Date => [.. newest.Select(one => one.Key)],
            SortBy.Size => [.. Sorted(newest, one => $"{one.Size:D9}", comparer, isAscending)],
            SortBy.Subject => [.. Sorted(newest, one => Folding.Fold(SubjectPrefix.Base(one.Envelope.Subject))[..Math.Min(48, Folding.Fold(SubjectPrefix.Base(one.Envelope.Subject)).Length)], comparer, isAscending)],
            SortBy.Sender => [.. Sorted(newest, one => Folding.Fold(one.Envelope.From[0].Shown), comparer, isAscending)],
            _ => [.. Sorted(newest, one => Folding.Fold(one.Envelope.To[0].Shown), comparer, isAscending)],
        };
    }

    private static IEnumerable<MessageKey> Sorted(IEnumerable<(MessageKey Key, MessageRow Row)> all, Func<MessageRow, string> by, IComparer<string> comparer, bool isAscending) =>
        (isAscending ? all.OrderBy(one => by(one.Row), comparer) : all.OrderByDescending(one => by(one.Row), comparer)).Select(one => one.Key);

    private static MirrorVersion Version(IEnumerable<Letters> all)
    {
        var accounts = MirrorVersion.Empty.Accounts;
        for (var account = 0; account < Accounts.Length; account++)
        {
            var at = account;
            accounts = accounts.Add(Accounts[account], AccountImage.Empty(Accounts[account], InCombinedViews.Shown) with { Mailboxes = [.. Roles.Select((_, mailbox) => Box(at, mailbox))], Stage = SyncStage.Current });
        }

        foreach (var letters in all)
        {
            var account = accounts[Accounts[letters.Account]];
            var mailbox = Mailboxes[letters.Account][letters.Mailbox];
            var image = account.Images.GetValueOrDefault(mailbox) ?? MailboxImage.Empty(account.Account, mailbox);
            image = image.With(new MailboxDelta(mailbox, new SyncPoint(7, 100, 0, null, new Uid(1))) { Added = [.. letters.All.Select(one => Message(one.Uid, one.Day, one.Keywords, one.Text))] });
            accounts = accounts.SetItem(account.Account, account with { Images = account.Images.SetItem(mailbox, image) });
        }

        return new MirrorVersion(1, accounts);
    }

    private static Mailbox Box(int account, int mailbox) =>
        new(Accounts[account], Mailboxes[account][mailbox], new MailboxName(Roles[mailbox].ToString(), '/'), Roles[mailbox], true, true, new MailboxState(7, 100, 0, 0, null));

    private static FetchedMessage Message(uint uid, int day, int keywords, int text)
    {
        var person = new EmailAddress(Names[text % Names.Length], $"p{text % 7}@example.org");
        var envelope = Envelope.Empty with { Subject = Subjects[text % Subjects.Length], From = [person], To = [new EmailAddress(Names[text / 7 % Names.Length], "t@example.org")] };
        return new(new MessageRow(new Uid(uid), Letter.Day(day), 100 + (text % 5), (Keywords)keywords, envelope, (AttachmentMark)(text % 3), Previews[text / 3 % Previews.Length]), new MessageLinks((ulong)(1 + (text % 40)), text % 3 == 0 ? [] : new[] { (ulong)(1 + (text * 7 % 40)) }));
    }

    private sealed record Letters(int Account, int Mailbox, (uint Uid, int Day, int Keywords, int Text)[] All);
}
