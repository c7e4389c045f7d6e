namespace Pannier.Mail.Imap;

internal sealed partial class ImapConnection
{
    public Task<MailboxState> SelectAsync(MailboxName mailbox, CancellationToken cancellation) =>
        ActAsync(token => StateAsync(mailbox, token), cancellation);

    /// <summary>STATUS, which RFC 9051 §6.3.11 allows on the selected mailbox too; NOOP first lets the session take in its news.</summary>
    private async Task<MailboxState> StateAsync(MailboxName mailbox, CancellationToken cancellation)
    {
        var folder = await FolderAsync(mailbox, cancellation);
        if (folder.IsOpen) await _client.NoOpAsync(cancellation);
        await folder.StatusAsync(StateItems(), cancellation);
        return State(folder);
    }
}
