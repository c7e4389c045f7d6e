using Pannier.Demo.Store;

namespace Pannier.Demo.Imap.Commands;

/// <summary>SELECT and EXAMINE (RFC 3501 §6.3.1), with CONDSTORE as a parameter (RFC 7162).</summary>
internal sealed class Select(ViewAccess access) : IImapCommand
{
    public ImapPhase Needs => ImapPhase.SignedIn;

    public Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, CancellationToken cancellation)
    {
        arguments.Expect(' ');
        var name = arguments.Mailbox();
        if (arguments.Skip(' '))
        {
            arguments.Expect('(');
            if (!session.Capabilities.Has("CONDSTORE") || !arguments.TryWord("CONDSTORE"))
                throw new ImapSyntaxException("Unknown parameter");
            arguments.Expect(')');
            session.LearnModSeq();
        }

        arguments.End();
        session.Leave();
        MailboxView view;
        lock (session.Owner.Gate)
        {
            if (session.Owner.Find(name) is not { NoSelect: false } mailbox)
                return Task.FromResult(ImapAnswer.No("[NONEXISTENT] No such mailbox"));
            view = mailbox.Open(access);
            Describe(session, view, mailbox);
        }

        session.Select(view);
        return Task.FromResult(ImapAnswer.Ok(access == ViewAccess.ReadWrite ? "[READ-WRITE] Selected" : "[READ-ONLY] Examined"));
    }

    private static void Describe(ImapSession session, MailboxView view, DemoMailbox mailbox)
    {
        var keywords = mailbox.Held.SelectMany(message => message.Flags.All).Where(flag => flag[0] != '\\').Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase);
        var flags = string.Join(' ', keywords.Prepend(@"\Answered \Flagged \Deleted \Seen \Draft"));
        var output = session.Output;
        output.Line($"* FLAGS ({flags})");
        output.Line(view.Access == ViewAccess.ReadWrite ? $@"* OK [PERMANENTFLAGS ({flags} \*)] All are kept" : "* OK [PERMANENTFLAGS ()] Read only");
        output.Line($"* {view.Messages.Count} EXISTS");
        output.Line($"* {view.RecentCount} RECENT");
        if (view.Messages.FindIndex(message => !message.Flags.Seen) is var unseen and >= 0)
            output.Line($"* OK [UNSEEN {unseen + 1}] First unseen");
        output.Line($"* OK [UIDVALIDITY {mailbox.UidValidity}] UIDs valid");
        output.Line($"* OK [UIDNEXT {mailbox.UidNext}] Next UID");
        if (session.Capabilities.Has("CONDSTORE"))
            output.Line($"* OK [HIGHESTMODSEQ {mailbox.HighestModSeq}] Highest");
    }
}
