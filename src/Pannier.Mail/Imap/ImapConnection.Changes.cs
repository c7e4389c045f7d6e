using MailKit;

namespace Pannier.Mail.Imap;

internal sealed partial class ImapConnection
{
    public Task<IReadOnlyList<IndexEntry>> ChangesAsync(MailboxRef mailbox, Uid from, ulong since, CancellationToken cancellation) =>
        ActAsync(token => ChangedSinceAsync(mailbox, from, since, token), cancellation);

    private async Task<IReadOnlyList<IndexEntry>> ChangedSinceAsync(MailboxRef mailbox, Uid from, ulong since, CancellationToken cancellation)
    {
        var folder = await FreshAsync(mailbox, cancellation);
        if (!folder.Supports(FolderFeature.ModSequences)) throw new MailFault(MailFaultKind.Unsupported);
        if (folder.Count == 0) return [];

        var range = new UniqueIdRange(mailbox.UidValidity, from.Value, uint.MaxValue);
        var items = MessageSummaryItems.UniqueId | MessageSummaryItems.InternalDate | MessageSummaryItems.Flags | MessageSummaryItems.ModSeq;
        var found = await SureAsync(folder, () => folder.FetchAsync(range, new FetchRequest(items) { ChangedSince = since }, cancellation));
        return
        [
            .. found
                .Where(one => one.UniqueId.Id >= from.Value && one.InternalDate is not null)
                .Select(one => new IndexEntry(new Uid(one.UniqueId.Id), one.InternalDate ?? default, ReadKeywords(one)))
                .OrderBy(entry => entry.Uid),
        ];
    }
}
