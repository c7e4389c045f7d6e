namespace Pannier.Demo.Imap.Commands;

/// <summary>RFC 3501 §6.3.5: children go along; renaming INBOX moves its messages and leaves it empty.</summary>
internal sealed class Rename : IImapCommand
{
    public ImapPhase Needs => ImapPhase.SignedIn;

    public Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, CancellationToken cancellation)
    {
        arguments.Expect(' ');
        var from = arguments.Mailbox();
        arguments.Expect(' ');
        var to = arguments.Mailbox().TrimEnd('/');
        arguments.End();
        if (!MailboxNames.IsAllowed(to) || to.StartsWith(from + "/", StringComparison.Ordinal))
            return Task.FromResult(ImapAnswer.No("[CANNOT] No mailbox can have this name"));
        lock (session.Owner.Gate)
        {
            if (session.Owner.Find(from) is not { } mailbox)
                return Task.FromResult(ImapAnswer.No("[NONEXISTENT] No such mailbox"));
            if (session.Owner.Find(to) is not null)
                return Task.FromResult(ImapAnswer.No("[ALREADYEXISTS] There is such a mailbox"));
            if (from != "INBOX")
            {
                session.Owner.Rename(mailbox, to);
                return Task.FromResult(ImapAnswer.Ok("Renamed"));
            }

            var target = session.Owner.Create(to, null);
            foreach (var message in mailbox.Held)
                target.AddCopyOf(message);
            mailbox.Expunge([.. mailbox.Held]);
        }

        return Task.FromResult(ImapAnswer.Ok("INBOX emptied into it"));
    }
}
