using MailKit;

namespace Pannier.Mail.Imap;

internal sealed partial class ImapConnection
{
    public async Task CopySourceAsync(MailboxRef mailbox, Uid uid, Stream to, CancellationToken cancellation)
    {
        var size = await ActAsync(token => SizeAsync(mailbox, uid, token), cancellation);
        await CopyRangesAsync(
            size,
            (folder, offset, token) => folder.GetStreamAsync(new UniqueId(mailbox.UidValidity, uid.Value), offset, Range, token),
            mailbox, to, null, cancellation);
    }

    private async Task<long> SizeAsync(MailboxRef mailbox, Uid uid, CancellationToken cancellation)
    {
        var folder = await SelectedAsync(mailbox, cancellation);
        var found = await folder.FetchAsync(Ids(mailbox, [uid]), MessageSummaryItems.UniqueId | MessageSummaryItems.Size, cancellation);
        return found.FirstOrDefault(one => one.UniqueId.Id == uid.Value)?.Size ?? throw new MailFault(MailFaultKind.NotFound);
    }
}
