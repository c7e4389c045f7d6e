namespace Pannier.Demo.Imap.Commands;

/// <summary>RFC 2342: one personal namespace without prefix.</summary>
internal sealed class Namespace : IImapCommand
{
    public ImapPhase Needs => ImapPhase.SignedIn;

    public Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, CancellationToken cancellation)
    {
        arguments.End();
        session.Output.Line("* NAMESPACE ((\"\" \"/\")) NIL NIL");
        return Task.FromResult(ImapAnswer.Ok("Done"));
    }
}
