namespace Pannier.Mail.Imap;

internal sealed partial class ImapConnection
{
    public Task<MailboxState> SelectAsync(MailboxName mailbox, CancellationToken cancellation) =>
        ActAsync(token => StateAsync(mailbox, token), cancellation);

    /// <summary>STATUS, which RFC 9051 §6.3.11 allows on the selected mailbox too; NOOP first lets the session take in its news.</summary>
    /// <remarks>
    /// A server may tell with the answer to STATUS that a message went, which STATUS has left out already. MailKit takes it off a
    /// second time; the next answer puts the count right.
    /// </remarks>
    private async Task<MailboxState> StateAsync(MailboxName mailbox, CancellationToken cancellation)
    {
        var folder = await FolderAsync(mailbox, cancellation);
        if (folder.IsOpen) await _client.NoOpAsync(cancellation);
        for (var tries = 1; ; tries++)
        {
            var shifted = false;
            void Note(object? sender, EventArgs told) => shifted = true;
            folder.MessageExpunged += Note;
            folder.MessagesVanished += Note;
            try
            {
                await folder.StatusAsync(StateItems(), cancellation);
                if (!shifted || tries == Tries) return State(folder);
            }
            finally
            {
                folder.MessageExpunged -= Note;
                folder.MessagesVanished -= Note;
            }
        }
    }
}
