namespace Pannier.Demo.Imap.Commands;

/// <summary>RFC 2971; what the client says of itself is read and forgotten.</summary>
internal sealed class Id : IImapCommand
{
    public ImapPhase Needs => ImapPhase.Greeted;

    public Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, CancellationToken cancellation)
    {
        arguments.Expect(' ');
        if (arguments.Skip('('))
        {
            while (!arguments.Skip(')'))
            {
                arguments.NString();
                arguments.Skip(' ');
            }
        }
        else if (arguments.NString() is not null)
        {
            throw new ImapSyntaxException("Expected a list or NIL");
        }

        arguments.End();
        session.Output.Line("* ID (\"name\" \"Pannier demo provider\")");
        return Task.FromResult(ImapAnswer.Ok("Done"));
    }
}
