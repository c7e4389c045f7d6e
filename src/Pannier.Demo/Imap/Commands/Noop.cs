namespace Pannier.Demo.Imap.Commands;

/// <summary>NOOP and CHECK: nothing but the news.</summary>
internal sealed class Noop(ImapPhase needs) : IImapCommand
{
    public ImapPhase Needs => needs;

    public Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, CancellationToken cancellation)
    {
        arguments.End();
        return Task.FromResult(ImapAnswer.Ok("Done"));
    }
}
