namespace Pannier.Demo.Imap.Commands;

/// <summary>RFC 3501 §6.1.1.</summary>
internal sealed class Capability : IImapCommand
{
    public ImapPhase Needs => ImapPhase.Greeted;

    public Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, CancellationToken cancellation)
    {
        arguments.End();
        session.Output.Line($"* CAPABILITY {session.Capabilities.List(session)}");
        return Task.FromResult(ImapAnswer.Ok("Done"));
    }
}
