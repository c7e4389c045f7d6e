using Pannier.Demo.Store;

namespace Pannier.Demo.Imap.Commands;

/// <summary>SELECT and EXAMINE (RFC 3501 §6.3.1), with CONDSTORE or QRESYNC as a parameter (RFC 7162).</summary>
internal sealed class Select(ViewAccess access) : IImapCommand
{
    public ImapPhase Needs => ImapPhase.SignedIn;

    public Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, CancellationToken cancellation)
    {
        arguments.Expect(' ');
        var name = arguments.Mailbox();
        var known = arguments.Skip(' ') ? ReadParameter(session, arguments) : null;
        arguments.End();
        if (session.NamesVanished && session.View is not null)
            session.Output.Line("* OK [CLOSED] The mailbox before is left");
        session.Leave();
        MailboxView view;
        lock (session.Owner.Gate)
        {
            if (session.Owner.Find(name) is not { NoSelect: false } mailbox)
                return Task.FromResult(ImapAnswer.No("[NONEXISTENT] No such mailbox"));
            view = mailbox.Open(access);
            Describe(session, view, mailbox);
            session.Select(view);
            if (known is { } point && point.UidValidity == mailbox.UidValidity)
                Resync(session, view, mailbox, point.ModSeq);
        }

        return Task.FromResult(ImapAnswer.Ok(access == ViewAccess.ReadWrite ? "[READ-WRITE] Selected" : "[READ-ONLY] Examined"));
    }

    /// <returns>What the client knows already; null with CONDSTORE alone.</returns>
    private static (uint UidValidity, ulong ModSeq)? ReadParameter(ImapSession session, ImapArguments arguments)
    {
        arguments.Expect('(');
        var name = arguments.Word();
        if (!session.Capabilities.Has(name) || (name != "CONDSTORE" && !(name == "QRESYNC" && session.NamesVanished)))
            throw new ImapSyntaxException("Unknown parameter");
        session.LearnModSeq();
        (uint, ulong)? known = name == "QRESYNC" ? ReadPoint(arguments) : null;
        arguments.Expect(')');
        return known;
    }

    private static (uint UidValidity, ulong ModSeq) ReadPoint(ImapArguments arguments)
    {
        arguments.Expect(' ');
        arguments.Expect('(');
        var validity = arguments.Number();
        arguments.Expect(' ');
        var modSeq = arguments.ModSeq();
        if (arguments.Skip(' '))
            arguments.Set(); // which UIDs it holds: others that vanished are told too, which is allowed
        arguments.Expect(')');
        return (validity, modSeq);
    }

    private static void Resync(ImapSession session, MailboxView view, DemoMailbox mailbox, ulong since)
    {
        if (mailbox.VanishedSince(since) is { Count: > 0 } vanished)
            session.Output.Line($"* VANISHED (EARLIER) {NumberSet.Write(vanished)}");
        for (var index = 0; index < view.Messages.Count; index++)
            if (view.Messages[index].ModSeq > since)
                FetchWriter.WriteFlags(session, index + 1, view.Messages[index]);
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
