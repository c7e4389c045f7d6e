using Pannier.Demo.Store;

namespace Pannier.Demo.Imap.Commands;

/// <summary>RFC 3501 §6.4.5, with CHANGEDSINCE and VANISHED (RFC 7162).</summary>
internal sealed class Fetch : IMessageCommand
{
    public async Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, Numbering numbering, CancellationToken cancellation)
    {
        arguments.Expect(' ');
        var set = arguments.Set();
        arguments.Expect(' ');
        var items = FetchItems.Read(session, arguments);
        var (changedSince, vanished) = ReadChangedSince(session, arguments, numbering);
        arguments.End();
        if (numbering == Numbering.Uid && !items.Exists(item => item.Name == "UID"))
            items.Insert(0, new("UID"));
        if (changedSince > 0 && !items.Exists(item => item.Name == "MODSEQ"))
            items.Add(new("MODSEQ"));
        if (items.Exists(item => item.Name == "MODSEQ"))
            session.LearnModSeq();

        var view = session.Selected;
        if (vanished)
            WriteVanished(session, set, changedSince);
        var marksSeen = view.Access == ViewAccess.ReadWrite && items.Exists(item => item.MarksSeen);
        foreach (var each in MessageSelection.Of(view, set, numbering))
        {
            if (each.Message.ModSeq <= changedSince)
                continue;
            var seenNow = marksSeen && MarkSeen(session, view, each.Message);
            FetchWriter.Write(session, each, items);
            if (seenNow && !items.Exists(item => item.Name == "FLAGS"))
                FetchWriter.WriteFlags(session, each.Number, each.Message, numbering);
            await session.FlushIfLargeAsync(cancellation);
        }

        return ImapAnswer.Ok("Done");
    }

    private static bool MarkSeen(ImapSession session, MailboxView view, DemoMessage message)
    {
        lock (session.Owner.Gate)
            return view.Mailbox.SetFlags(message, message.Flags.With(["\\Seen"]), view);
    }

    private static void WriteVanished(ImapSession session, NumberSet set, ulong since)
    {
        lock (session.Owner.Gate)
        {
            var asked = set.Resolve(uint.MaxValue);
            var told = session.Selected.Mailbox.VanishedSince(since).Where(uid => asked.Any(range => uid >= range.From && uid <= range.To)).ToList();
            if (told.Count > 0)
                session.Output.Line($"* VANISHED (EARLIER) {NumberSet.Write(told)}");
        }
    }

    private static (ulong ChangedSince, bool Vanished) ReadChangedSince(ImapSession session, ImapArguments arguments, Numbering numbering)
    {
        if (!arguments.Skip(' '))
            return (0, false);
        arguments.Expect('(');
        if (!session.Capabilities.Has("CONDSTORE") || !arguments.TryWord("CHANGEDSINCE"))
            throw new ImapSyntaxException("Unknown modifier");
        arguments.Expect(' ');
        var modSeq = arguments.ModSeq();
        var vanished = session.NamesVanished && numbering == Numbering.Uid && arguments.TryWord(" VANISHED");
        arguments.Expect(')');
        return (modSeq, vanished);
    }
}
