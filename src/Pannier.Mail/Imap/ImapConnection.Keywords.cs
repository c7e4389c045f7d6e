using MailKit;

namespace Pannier.Mail.Imap;

internal sealed partial class ImapConnection
{
    public Task<IReadOnlyDictionary<Uid, Keywords>> KeywordsAsync(MailboxRef mailbox, IReadOnlyList<Uid> uids, CancellationToken cancellation) =>
        ActAsync<IReadOnlyDictionary<Uid, Keywords>>(
            async token => uids.Count == 0 ? [] : await ReadKeywordsAsync(await SelectedAsync(mailbox, token), mailbox, uids, token), cancellation);

    private static async Task<Dictionary<Uid, Keywords>> ReadKeywordsAsync(
        IMailFolder folder, MailboxRef mailbox, IReadOnlyCollection<Uid> uids, CancellationToken cancellation)
    {
        var wanted = uids.ToHashSet();
        var keywords = new Dictionary<Uid, Keywords>();
        foreach (var one in await folder.FetchAsync(Ids(mailbox, wanted), MessageSummaryItems.UniqueId | MessageSummaryItems.Flags, cancellation))
            if (one.UniqueId.Id != 0 && wanted.Contains(new Uid(one.UniqueId.Id))) keywords[new Uid(one.UniqueId.Id)] = ReadKeywords(one);

        return keywords;
    }
}
