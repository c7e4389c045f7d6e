namespace Pannier.Demo.Imap.Commands;

/// <summary>RFC 3501 §6.3.3, with USE (RFC 6154 §3).</summary>
internal sealed class Create : IImapCommand
{
    public ImapPhase Needs => ImapPhase.SignedIn;

    private static readonly string[] Uses = ["\\All", "\\Archive", "\\Drafts", "\\Flagged", "\\Junk", "\\Sent", "\\Trash"];

    public Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, CancellationToken cancellation)
    {
        arguments.Expect(' ');
        var name = arguments.Mailbox();
        string? use = null;
        if (arguments.Skip(' '))
        {
            arguments.Expect('(');
            if (!session.Capabilities.Has("CREATE-SPECIAL-USE") || !arguments.TryWord("USE"))
                throw new ImapSyntaxException("Unknown parameter");
            arguments.Expect(' ');
            var asked = arguments.Flags();
            arguments.Expect(')');
            use = asked.Count == 1 ? Array.Find(Uses, known => known.Equals(asked[0], StringComparison.OrdinalIgnoreCase)) : null;
            if (use is null)
                return Task.FromResult(ImapAnswer.No("[USEATTR] One known attribute can be asked for"));
        }

        arguments.End();
        name = name.TrimEnd('/');
        if (!MailboxNames.IsAllowed(name))
            return Task.FromResult(ImapAnswer.No("[CANNOT] No mailbox can have this name"));
        lock (session.Owner.Gate)
        {
            if (session.Owner.Find(name) is { NoSelect: false })
                return Task.FromResult(ImapAnswer.No("[ALREADYEXISTS] There is such a mailbox"));
            if (use is not null && session.Owner.Mailboxes.Any(other => other.SpecialUse == use))
                return Task.FromResult(ImapAnswer.No("[USEATTR] Another mailbox has this use"));
            session.Owner.Create(name, use);
        }

        return Task.FromResult(ImapAnswer.Ok("Created"));
    }
}
