namespace Pannier.Demo.Imap.Commands;

/// <summary>RFC 3501 §6.3.6 and §6.3.7; a subscription is to a name, whether or not there is such a mailbox.</summary>
internal sealed class Unsubscribe : IImapCommand
{
    public ImapPhase Needs => ImapPhase.SignedIn;

    public Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, CancellationToken cancellation)
    {
        arguments.Expect(' ');
        var name = arguments.Mailbox();
        arguments.End();
        lock (session.Owner.Gate)
            session.Owner.Unsubscribe(name);
        return Task.FromResult(ImapAnswer.Ok("Done"));
    }
}
