using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;

namespace Pannier.Mail.Imap;

internal sealed partial class ImapConnection
{
    public Task<IReadOnlySet<Uid>> DestroyAsync(MailboxRef mailbox, IReadOnlyList<Uid> uids, CancellationToken cancellation) =>
        ActAsync<IReadOnlySet<Uid>>(async token => await RemoveAsync(mailbox, uids, token), cancellation);

    private async Task<HashSet<Uid>> RemoveAsync(MailboxRef mailbox, IReadOnlyList<Uid> uids, CancellationToken cancellation)
    {
        if (uids.Count == 0) return [];
        var folder = await SelectedAsync(mailbox, cancellation);
        BeginChange();
        await StoreAsync(folder, mailbox, uids, StoreAction.Add, MessageFlags.Deleted, [], cancellation);
        if (_client.Capabilities.HasFlag(ImapCapabilities.UidPlus)) await folder.ExpungeAsync(Ids(mailbox, uids), cancellation);
        else await ExpungeIfOnlyOursAsync(folder, uids, cancellation);

        var left = await ReadKeywordsAsync(folder, mailbox, uids, cancellation);
        return [.. uids.Where(uid => !left.ContainsKey(uid))];
    }

    /// <summary>A plain EXPUNGE takes every marked message: it is sent only while no mark but ours stands.</summary>
    private static async Task ExpungeIfOnlyOursAsync(IMailFolder folder, IReadOnlyCollection<Uid> ours, CancellationToken cancellation)
    {
        var marked = await folder.SearchAsync(SearchQuery.Deleted, cancellation);
        if (marked.All(id => ours.Contains(new Uid(id.Id)))) await folder.ExpungeAsync(cancellation);
    }
}
