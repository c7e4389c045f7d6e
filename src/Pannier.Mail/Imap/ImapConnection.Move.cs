using MailKit;
using MailKit.Net.Imap;

namespace Pannier.Mail.Imap;

internal sealed partial class ImapConnection
{
    public Task<CopyResult> MoveAsync(MailboxRef mailbox, IReadOnlyList<Uid> uids, MailboxName to, CancellationToken cancellation) =>
        ActAsync(token => MoveToAsync(mailbox, uids, to, token), cancellation);

    private async Task<CopyResult> MoveToAsync(MailboxRef mailbox, IReadOnlyList<Uid> uids, MailboxName to, CancellationToken cancellation)
    {
        const ImapCapabilities moveAndTell = ImapCapabilities.Move | ImapCapabilities.UidPlus;
        if (uids.Count > 0 && _client.Capabilities.HasFlag(moveAndTell))
        {
            var target = await FolderAsync(to, cancellation);
            var folder = await SelectedAsync(mailbox, cancellation);
            BeginChange();
            return Result(await folder.MoveToAsync(Ids(mailbox, uids), target, cancellation));
        }

        // Only what is known to be there as a copy is removed here.
        var copied = await CopyToAsync(mailbox, uids, to, cancellation);
        await RemoveAsync(mailbox, [.. copied.Uids.Keys], cancellation);
        return copied;
    }
}
