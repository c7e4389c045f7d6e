using Pannier.Demo.Store;

namespace Pannier.Demo.Imap.Commands;

/// <summary>RFC 3501 §6.4.2: removes what is marked, silently, and leaves the mailbox.</summary>
internal sealed class Close : IImapCommand
{
    public ImapPhase Needs => ImapPhase.Selected;

    public Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, CancellationToken cancellation)
    {
        arguments.End();
        var view = session.Selected;
        session.Leave();
        if (view.Access == ViewAccess.ReadWrite)
            lock (session.Owner.Gate)
                view.Mailbox.Expunge(view.Mailbox.Held.FindAll(message => message.Flags.Deleted));
        return Task.FromResult(ImapAnswer.Ok("Done"));
    }
}
