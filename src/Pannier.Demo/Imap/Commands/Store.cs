using Pannier.Demo.Store;

namespace Pannier.Demo.Imap.Commands;

/// <summary>RFC 3501 §6.4.6, with UNCHANGEDSINCE (RFC 7162): what changed meanwhile is left and named in MODIFIED.</summary>
internal sealed class Store : IMessageCommand
{
    public async Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, Numbering numbering, CancellationToken cancellation)
    {
        arguments.Expect(' ');
        var set = arguments.Set();
        arguments.Expect(' ');
        var unchangedSince = ReadUnchangedSince(session, arguments);
        var item = arguments.Word();
        arguments.Expect(' ');
        var flags = arguments.Flags();
        arguments.End();
        var silent = item.EndsWith(".SILENT", StringComparison.Ordinal);
        var kind = silent ? item[..^".SILENT".Length] : item;
        if (kind is not ("FLAGS" or "+FLAGS" or "-FLAGS"))
            throw new ImapSyntaxException("Expected FLAGS, +FLAGS or -FLAGS");
        var view = session.Selected;
        if (view.Access == ViewAccess.ReadOnly)
            return ImapAnswer.No("The mailbox is open for reading only");

        var modified = new List<uint>();
        foreach (var each in MessageSelection.Of(view, set, numbering))
        {
            bool changed;
            lock (session.Owner.Gate)
            {
                if (each.Message.ModSeq > unchangedSince)
                {
                    modified.Add(each.By(numbering));
                    continue;
                }

                changed = view.Mailbox.SetFlags(each.Message, Wanted(each.Message.Flags, kind, flags), view);
            }

            if (!silent)
                FetchWriter.WriteFlags(session, each.Number, each.Message, numbering);
            else if (changed && session.KnowsModSeq)
                FetchWriter.WriteModSeq(session, each.Number, each.Message, numbering);
            await session.FlushIfLargeAsync(cancellation);
        }

        return ImapAnswer.Ok(modified.Count > 0 ? $"[MODIFIED {NumberSet.Write(modified)}] Some had changed" : "Done");
    }

    private static DemoFlags Wanted(DemoFlags old, string kind, IReadOnlyList<string> flags) => kind switch
    {
        "+FLAGS" => old.With(flags),
        "-FLAGS" => old.Without(flags),
        _ => DemoFlags.Of(flags),
    };

    private static ulong ReadUnchangedSince(ImapSession session, ImapArguments arguments)
    {
        if (!arguments.Skip('('))
            return ulong.MaxValue;
        if (!session.Capabilities.Has("CONDSTORE") || !arguments.TryWord("UNCHANGEDSINCE"))
            throw new ImapSyntaxException("Unknown modifier");
        session.LearnModSeq();
        arguments.Expect(' ');
        var modSeq = arguments.ModSeq();
        arguments.Expect(')');
        arguments.Expect(' ');
        return modSeq;
    }
}
