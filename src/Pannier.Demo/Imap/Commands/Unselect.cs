namespace Pannier.Demo.Imap.Commands;

/// <summary>RFC 3691: leaves the mailbox, removing nothing.</summary>
internal sealed class Unselect : IImapCommand
{
    public ImapPhase Needs => ImapPhase.Selected;

    public Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, CancellationToken cancellation)
    {
        arguments.End();
        session.Leave();
        return Task.FromResult(ImapAnswer.Ok("Done"));
    }
}
