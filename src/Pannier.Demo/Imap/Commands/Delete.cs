namespace Pannier.Demo.Imap.Commands;

/// <summary>RFC 3501 §6.3.4.</summary>
internal sealed class Delete : IImapCommand
{
    public ImapPhase Needs => ImapPhase.SignedIn;

    public Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, CancellationToken cancellation)
    {
        arguments.Expect(' ');
        var name = arguments.Mailbox();
        arguments.End();
        if (name == "INBOX")
            return Task.FromResult(ImapAnswer.No("[CANNOT] INBOX can't be deleted"));
        lock (session.Owner.Gate)
        {
            if (session.Owner.Find(name) is not { } mailbox)
                return Task.FromResult(ImapAnswer.No("[NONEXISTENT] No such mailbox"));
            if (mailbox.NoSelect && session.Owner.HasChildren(name))
                return Task.FromResult(ImapAnswer.No("[INUSE] Delete the mailboxes below it first"));
            session.Owner.Delete(mailbox);
        }

        return Task.FromResult(ImapAnswer.Ok("Deleted"));
    }
}
