namespace Pannier.Demo.Imap.Commands;

/// <summary>RFC 3501 §6.3.9: subscribed names; with "%" also the levels above them, marked \Noselect.</summary>
internal sealed class Lsub : IImapCommand
{
    public ImapPhase Needs => ImapPhase.SignedIn;

    public Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, CancellationToken cancellation)
    {
        arguments.Expect(' ');
        var reference = arguments.Pattern();
        arguments.Expect(' ');
        var pattern = reference + arguments.Pattern();
        arguments.End();
        var answered = new HashSet<string>(StringComparer.Ordinal);
        lock (session.Owner.Gate)
        {
            foreach (var name in session.Owner.Subscriptions)
            {
                var wire = ModifiedUtf7.Encode(name);
                if (MailboxPattern.Matches(pattern, wire))
                    Write(session, answered, wire, "");
                else if (pattern.EndsWith('%'))
                    WriteLevelAbove(session, answered, wire, pattern);
            }
        }

        return Task.FromResult(ImapAnswer.Ok("Done"));
    }

    private static void WriteLevelAbove(ImapSession session, HashSet<string> answered, string wire, string pattern)
    {
        for (var slash = wire.LastIndexOf('/'); slash > 0; slash = wire.LastIndexOf('/', slash - 1))
            if (MailboxPattern.Matches(pattern, wire[..slash]))
                Write(session, answered, wire[..slash], "\\Noselect");
    }

    private static void Write(ImapSession session, HashSet<string> answered, string wire, string attributes)
    {
        if (answered.Add(wire))
            session.Output.Raw($"* LSUB ({attributes}) \"/\" ").Text(wire).Line("");
    }
}
