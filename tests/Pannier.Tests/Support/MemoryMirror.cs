using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror;
using Pannier.Mail.Mirror.Matching;
using Pannier.Mail.Mirror.Threads;
using Pannier.Mail.Search;

namespace Pannier.Tests.Support;

/// <summary>The mirror of servers in memory, as it is once all is read in; an account that fails is marked.</summary>
internal static class MemoryMirror
{
    public static async Task<MirrorVersion> OfAsync(IEnumerable<OpenAccount> accounts, IReadOnlyDictionary<AccountId, FakeServer> servers, CancellationToken cancellation)
    {
        var version = MirrorVersion.Empty with { Threads = new ThreadTable() };
        foreach (var open in accounts) version = version with { Accounts = version.Accounts.Add(open.Id, await AccountAsync(open, servers[open.Id], cancellation)) };
        foreach (var image in version.Accounts.Values.SelectMany(account => account.Images.Values))
            for (var row = 0; row < image.Count; row++) version.Threads!.Add(image.Account, image.Mailbox, image.Point.UidValidity, image.UidAt(row), image.LinksAt(row));
        return version;
    }

    /// <summary>What the servers find of a search's words.</summary>
    public static Finds Finds(MirrorVersion version, IReadOnlyDictionary<AccountId, FakeServer> servers, SearchNode match)
    {
        var finds = Pannier.Mail.Mirror.Matching.Finds.None;
        foreach (var mailbox in version.Accounts.Values.SelectMany(account => account.Mailboxes).Where(mailbox => mailbox.Selectable))
            foreach (var words in match.Deep())
                finds = finds.With(mailbox.Id, words, new FoundUids(servers[mailbox.Account].Find(mailbox.Name.Value).UidValidity, [.. servers[mailbox.Account].Find(mailbox.Name.Value).Messages.Where(pair => pair.Value.Matches(new SearchTerms([words.Text], Keywords.None, Keywords.None))).Select(pair => new Uid(pair.Key))]));
        return finds;
    }

    private static readonly LinkHash Links = LinkHash.New();

    private static FetchedMessage Fetched(AccountId account, Mailbox mailbox, uint validity, MessageRow row) => new(row, Links.Of(account, new MailboxRef(mailbox.Name, validity), mailbox.Id, row));

    private static async Task<AccountImage> AccountAsync(OpenAccount open, FakeServer server, CancellationToken cancellation)
    {
        var account = AccountImage.Empty(open.Id, open.Combined) with { Stage = SyncStage.Current };
        try
        {
            account = account with { Mailboxes = await open.Directory.RefreshAsync(open.Store, cancellation) };
        }
        catch (MailFault fault)
        {
            return account with { Stage = SyncStage.Failing, Fault = fault };
        }

        foreach (var mailbox in account.Mailboxes.Where(mailbox => mailbox.Selectable))
        {
            var box = server.Find(mailbox.Name.Value);
            var delta = new MailboxDelta(mailbox.Id, new SyncPoint(box.UidValidity, box.UidNext, box.Messages.Count, null, new Uid(1))) { Added = [.. box.Messages.Select(pair => Fetched(open.Id, mailbox, box.UidValidity, pair.Value.Row(new Uid(pair.Key))))] };
            account = account with { Images = account.Images.SetItem(mailbox.Id, MailboxImage.Empty(open.Id, mailbox.Id).With(delta)) };
        }

        return account;
    }
}
