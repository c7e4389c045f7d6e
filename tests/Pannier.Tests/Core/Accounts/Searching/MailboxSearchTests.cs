using Pannier.Core.Accounts;
using Pannier.Core.Accounts.Searching;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror;
using Pannier.Mail.Search;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Accounts.Searching;

/// <summary>Of mail that is not read in yet the server judges all; what is more than a page of it is counted.</summary>
public sealed class MailboxSearchTests
{
    [Fact]
    public async Task What_is_not_read_in_comes_from_the_server_the_newest_of_it()
    {
        var server = new FakeServer { Features = StoreFeatures.GmailSearch };
        var box = server.Make("INBOX", MailboxRole.Inbox);
        for (var i = 0; i < 130; i++) box.Add($"a plan {i}", Letter.Day(i % 90));
        var mailbox = new Mailbox(new AccountId(1), new MailboxId(2), new MailboxName("INBOX", '/'), MailboxRole.Inbox, true, true, null);
        var held = MailboxImage.Empty(mailbox.Account, mailbox.Id).With(new MailboxDelta(mailbox.Id, new SyncPoint(box.UidValidity, 131, 130, null, new Uid(121)))
        {
            Added = [.. Enumerable.Range(121, 10).Select(uid => new FetchedMessage(box.Messages[(uint)uid].Row(new Uid((uint)uid)), default))],
        });

        foreach (var (image, missing) in new[] { (null, 130), (held, 120) })
        {
            var found = await MailboxSearch.AtAsync(new FakeConnection(server), mailbox, new SearchNode.Words(SearchField.Anywhere, "plan"), image, TestContext.Current.CancellationToken);

            Assert.Equal((130, 100, missing - 100, SearchRules.Gmail), (Assert.Single(found.Words).Value.Uids.Count, found.Loose.Count, found.Unread, found.Rules));
        }
    }

    [Fact]
    public async Task Old_searches_make_room_for_new_ones()
    {
        await using var person = await PersonHere.OpenAsync();
        var account = await person.AddAsync("ann");
        var server = new FakeServer();
        server.Make("INBOX", MailboxRole.Inbox).Add("x", Letter.Day(1));
        person.Stores.Servers[account.Imap.UserName] = server;

        for (var i = 0; i < 12; i++)
        {
            var query = new Query(new Scope.Combined(CombinedView.Everything), new SearchNode.Words(SearchField.Anywhere, $"word{i}")) { Key = $"word{i}" };
            await person.Mail.SearchServersAsync(query, new SearchWait.ForAll(TimeSpan.FromSeconds(5)), TestContext.Current.CancellationToken);
            Assert.False((await person.Mail.ListAsync(query, PagePlace.First, 5, TestContext.Current.CancellationToken)).Search!.IsGoingOn);
        }

        var first = new Query(new Scope.Combined(CombinedView.Everything), new SearchNode.Words(SearchField.Anywhere, "word0")) { Key = "word0" };
        Assert.All((await person.Mail.ListAsync(first, PagePlace.First, 5, TestContext.Current.CancellationToken)).Search!.Accounts, one => Assert.Equal(SearchStage.Waiting, one.Stage));
    }
}
