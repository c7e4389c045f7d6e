namespace Pannier.Demo.Imap.Commands;

/// <summary>RFC 3501 §6.3.10.</summary>
internal sealed class Status : IImapCommand
{
    public ImapPhase Needs => ImapPhase.SignedIn;

    public Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, CancellationToken cancellation)
    {
        arguments.Expect(' ');
        var name = arguments.Mailbox();
        arguments.Expect(' ');
        var items = MailboxStatus.Read(session, arguments);
        arguments.End();
        if (items.Contains("HIGHESTMODSEQ"))
            session.LearnModSeq();
        lock (session.Owner.Gate)
        {
            if (session.Owner.Find(name) is not { NoSelect: false } mailbox)
                return Task.FromResult(ImapAnswer.No("[NONEXISTENT] No such mailbox"));
            MailboxStatus.Write(session, mailbox, items);
        }

        return Task.FromResult(ImapAnswer.Ok("Done"));
    }
}
