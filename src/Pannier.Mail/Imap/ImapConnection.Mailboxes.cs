using MailKit;

namespace Pannier.Mail.Imap;

internal sealed partial class ImapConnection
{
    public Task CreateMailboxAsync(MailboxName mailbox, CancellationToken cancellation) => ActAsync(
        async token =>
        {
            var parent = await ParentAsync(mailbox, token);
            BeginChange();
            await parent.CreateAsync(mailbox.Leaf, isMessageFolder: true, token);
        },
        cancellation);

    public Task RenameMailboxAsync(MailboxName mailbox, MailboxName to, CancellationToken cancellation) => ActAsync(
        async token =>
        {
            var folder = await FolderAsync(mailbox, token);
            var parent = await ParentAsync(to, token);
            await LeaveAsync(folder, token);
            BeginChange();
            await folder.RenameAsync(parent, to.Leaf, token);
        },
        cancellation);

    public Task DeleteMailboxAsync(MailboxName mailbox, CancellationToken cancellation) => ActAsync(
        async token =>
        {
            var folder = await FolderAsync(mailbox, token);
            await LeaveAsync(folder, token);
            BeginChange();
            await folder.DeleteAsync(token);
        },
        cancellation);

    /// <summary>Some servers hang up when the selected mailbox goes. CLOSE would expunge; selecting another does not.</summary>
    private async Task LeaveAsync(IMailFolder folder, CancellationToken cancellation)
    {
        if (folder.IsOpen && folder != _client.Inbox) await _client.Inbox.OpenAsync(FolderAccess.ReadOnly, cancellation);
    }

    /// <summary>The node a new mailbox stands under: a mailbox, or the root of a namespace.</summary>
    private async Task<IMailFolder> ParentAsync(MailboxName mailbox, CancellationToken cancellation)
    {
        // MailKit refuses such names too (RFC 6855 §3), but only by a bug's exception.
        if (mailbox.Leaf.Length == 0 || mailbox.Leaf.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029')) throw new MailFault(MailFaultKind.Refused);
        if (mailbox.Parent is { } parent)
            return await FolderAsync(new MailboxName(parent, mailbox.Delimiter), cancellation);

        foreach (var space in await NamespacesAsync(cancellation))
            if (space.Path.Length == 0) return _client.GetFolder(space);

        throw new MailFault(MailFaultKind.Refused);
    }
}
