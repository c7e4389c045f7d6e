using CsCheck;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror;
using Pannier.Mail.Mirror.Views;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Mirror;

/// <summary>Pages out of the mirror are those of one plain sorted list, and stay so while mail comes and goes between them.</summary>
public sealed class MirrorListsTests
{
    private static readonly AccountId[] Accounts = [AccountId.New(), AccountId.New(), AccountId.New()];
    private static readonly MailboxRole[] Roles = [MailboxRole.Inbox, MailboxRole.None, MailboxRole.Junk, MailboxRole.Sent];
    private static readonly MailboxId[] Mailboxes = [.. Roles.Select(_ => MailboxId.New())]; // the same ids in every account: nothing may mix them up

    private static readonly Gen<Letters> AnyLetters = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3], Gen.Select(Gen.UInt[1, 60], Gen.Int[0, 12], Gen.Int[0, 7]).Array[0, 30]).Select((account, mailbox, all) => new Letters(account, mailbox, all));

    private static readonly Gen<Query> AnyQuery = Gen.OneOf(
        Gen.Int[0, 8].Select(view => new Query(new Scope.Combined((CombinedView)view), SearchTerms.All)),
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3]).Select((account, mailbox) => new Query(new Scope.One(Accounts[account], Mailboxes[mailbox]), SearchTerms.All)),
        Gen.Int[0, 3].Select(mailbox => new Query(new Scope.One(Accounts[0], Mailboxes[mailbox]), SearchTerms.All with { With = Keywords.Answered, Without = Keywords.Seen })));

    [Fact]
    public void All_pages_together_are_the_whole_list_in_order()
    {
        Gen.Select(AnyLetters.Array[0, 12], AnyQuery, Gen.Int[1, 9]).Sample(
            (letters, query, limit) =>
            {
                var version = Version(letters);
                var wanted = Plain(version, query);
                var (shown, after) = (new List<MessageKey>(), (Cursor?)null);
                Page page;
                do
                {
                    page = MirrorLists.List(version, query, after, limit);
                    Assert.True(page.Rows.Count <= limit);
                    Assert.Equal(wanted.Count, page.Total);
                    shown.AddRange(page.Rows.Select(row => row.Key));
                    after = page.Next is { } next ? Cursor.Read(next.ToString()) : null;
                }
                while (after is not null);

                Assert.Equal(wanted, shown);
                for (var i = 0; i < wanted.Count; i++)
                    Assert.Equal(new Neighbours(i == 0 ? null : wanted[i - 1], i == wanted.Count - 1 ? null : wanted[i + 1]), MirrorLists.Neighbours(version, query, wanted[i]));
            },
            iter: 300,
            threads: 1);
    }

    [Fact]
    public void A_page_after_a_cursor_of_an_older_version_neither_skips_nor_repeats()
    {
        Gen.Select(AnyLetters.Array[1, 8], AnyLetters.Array[0, 4], Gen.Int[1, 9]).Sample(
            (before, later, limit) =>
            {
                var query = new Query(new Scope.Combined(CombinedView.Everything), SearchTerms.All);
                var first = MirrorLists.List(Version(before), query, null, limit);
                if (first.Next is null) return;

                var version = Version([.. before, .. later]);
                var wanted = Plain(version, query);
                var rest = MirrorLists.List(version, query, first.Next, 500).Rows.Select(row => row.Key).ToList();

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

        var answers = MirrorLists.List(version, new Query(new Scope.Combined(CombinedView.Inbox), SearchTerms.All), null, 10).Accounts.ToDictionary(answer => answer.Account);

        Assert.Equal(2, answers.Count);
        Assert.Equal(MailFaultKind.Dropped, answers[Accounts[0]].Fault?.Kind);
        Assert.Equal(new Filling(0, 0), answers[Accounts[1]].Filling);
    }

    [Fact]
    public void A_mailbox_partly_read_says_how_far()
    {
        var image = MailboxImage.Empty(Accounts[0], Mailboxes[0]).With(new MailboxDelta(Mailboxes[0], new SyncPoint(7, 100, 90, null, new Uid(60))) { Added = [Message(60, 1, 0), Message(61, 2, 0)] });
        var account = AccountImage.Empty(Accounts[0], InCombinedViews.Shown) with { Mailboxes = [Box(0, 0)] };
        account = account with { Images = account.Images.Add(Mailboxes[0], image) };
        var version = MirrorVersion.Empty with { Accounts = MirrorVersion.Empty.Accounts.Add(Accounts[0], account) };

        var page = MirrorLists.List(version, new Query(new Scope.Combined(CombinedView.Inbox), SearchTerms.All), null, 10);

        Assert.Equal((2, 90, new Filling(2, 90)), (page.Rows.Count, page.Total, page.Accounts[0].Filling));
    }

    private static bool Same(MirrorVersion version, Row row) =>
        version.Accounts[row.Key.Account].Images[row.Key.Mailbox] is var image && image.Find(row.Key.Uid) is >= 0 and var at && image.ReceivedAt(at) == row.Message.ReceivedAt.ToUnixTimeSeconds();

    /// <summary>The list as one would say it: everything, filtered, sorted.</summary>
    private static List<MessageKey> Plain(MirrorVersion version, Query query)
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
            where keywords.HasFlag(query.Search.With) && (keywords & query.Search.Without) == Keywords.None
            let key = image.KeyAt(row)
            orderby image.ReceivedAt(row) descending, key.Account, key.Mailbox, key.Uid descending
            select key;
        return [.. all];
    }

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
            var mailbox = Mailboxes[letters.Mailbox];
            var image = account.Images.GetValueOrDefault(mailbox) ?? MailboxImage.Empty(account.Account, mailbox);
            image = image.With(new MailboxDelta(mailbox, new SyncPoint(7, 100, 0, null, new Uid(1))) { Added = [.. letters.All.Select(one => Message(one.Uid, one.Day, one.Keywords))] });
            accounts = accounts.SetItem(account.Account, account with { Images = account.Images.SetItem(mailbox, image) });
        }

        return new MirrorVersion(1, accounts);
    }

    private static Mailbox Box(int account, int mailbox) =>
        new(Accounts[account], Mailboxes[mailbox], new MailboxName(Roles[mailbox].ToString(), '/'), Roles[mailbox], true, true, new MailboxState(7, 100, 0, 0, null));

    private static FetchedMessage Message(uint uid, int day, int keywords) =>
        new(new MessageRow(new Uid(uid), Letter.Day(day), 100, (Keywords)keywords, Envelope.Empty with { Subject = $"{uid}" }, AttachmentMark.No, null), [], null, null);

    private sealed record Letters(int Account, int Mailbox, (uint Uid, int Day, int Keywords)[] All);
}
