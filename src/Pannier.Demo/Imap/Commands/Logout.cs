namespace Pannier.Demo.Imap.Commands;

/// <summary>RFC 3501 §6.1.3.</summary>
internal sealed class Logout : IImapCommand
{
    public ImapPhase Needs => ImapPhase.Greeted;

    public Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, CancellationToken cancellation)
    {
        arguments.End();
        session.Output.Line("* BYE Good-bye");
        session.Leave();
        session.Leaving = true;
        return Task.FromResult(ImapAnswer.Ok("Done"));
    }
}
