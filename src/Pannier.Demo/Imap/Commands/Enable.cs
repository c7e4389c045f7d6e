namespace Pannier.Demo.Imap.Commands;

/// <summary>RFC 5161; CONDSTORE is all that can be enabled.</summary>
internal sealed class Enable : IImapCommand
{
    public ImapPhase Needs => ImapPhase.SignedIn;

    public Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, CancellationToken cancellation)
    {
        var enabled = "";
        while (arguments.Skip(' '))
        {
            if (arguments.Word() == "CONDSTORE" && session.Capabilities.Has("CONDSTORE"))
            {
                session.LearnModSeq();
                enabled = " CONDSTORE";
            }
        }

        arguments.End();
        session.Output.Line($"* ENABLED{enabled}");
        return Task.FromResult(ImapAnswer.Ok("Done"));
    }
}
