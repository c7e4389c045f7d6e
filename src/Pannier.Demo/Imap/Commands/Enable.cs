namespace Pannier.Demo.Imap.Commands;

/// <summary>RFC 5161; CONDSTORE and QRESYNC are all that can be enabled.</summary>
internal sealed class Enable : IImapCommand
{
    public ImapPhase Needs => ImapPhase.SignedIn;

    public Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, CancellationToken cancellation)
    {
        var enabled = "";
        while (arguments.Skip(' '))
        {
            var name = arguments.Word();
            if (name is not ("CONDSTORE" or "QRESYNC") || !session.Capabilities.Has(name))
                continue;
            session.LearnModSeq();
            session.NamesVanished |= name == "QRESYNC";
            enabled += " " + name;
        }

        arguments.End();
        session.Output.Line($"* ENABLED{enabled}");
        return Task.FromResult(ImapAnswer.Ok("Done"));
    }
}
