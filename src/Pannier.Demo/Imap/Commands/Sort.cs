namespace Pannier.Demo.Imap.Commands;

/// <summary>RFC 5256; ties keep the order of the mailbox.</summary>
internal sealed class Sort : IMessageCommand
{
    public Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, Numbering numbering, CancellationToken cancellation)
    {
        arguments.Expect(' ');
        var order = ReadOrder(arguments);
        arguments.Expect(' ');
        if (!SearchProgram.IsKnownCharset(arguments.AString()))
            return Task.FromResult(ImapAnswer.No("[BADCHARSET (UTF-8 US-ASCII)] Unknown character set"));
        arguments.Expect(' ');
        var view = session.Selected;
        var found = Search.Find(view, new SearchProgram(arguments, view).Read(), cancellation);
        found.Sort(order);
        session.Output.Raw("* SORT");
        foreach (var each in found)
            session.Output.Raw(" ").Number(each.By(numbering));
        session.Output.Line("");
        return Task.FromResult(ImapAnswer.Ok("Done"));
    }

    private static Comparison<Numbered> ReadOrder(ImapArguments arguments)
    {
        var keys = new List<Comparison<Numbered>>();
        arguments.Expect('(');
        do
        {
            var name = arguments.Word();
            if (name != "REVERSE")
            {
                keys.Add(KeyOf(name));
                continue;
            }

            arguments.Expect(' ');
            var key = KeyOf(arguments.Word());
            keys.Add((one, other) => key(other, one));
        }
        while (arguments.Skip(' '));
        arguments.Expect(')');
        keys.Add((one, other) => one.Number.CompareTo(other.Number));
        return (one, other) =>
        {
            foreach (var key in keys)
                if (key(one, other) is var result and not 0)
                    return result;
            return 0;
        };
    }

    private static Comparison<Numbered> KeyOf(string name) => name switch
    {
        "ARRIVAL" => (one, other) => one.Message.InternalDate.CompareTo(other.Message.InternalDate),
        "DATE" => (one, other) => Sent(one).CompareTo(Sent(other)),
        "SIZE" => (one, other) => one.Message.Size.CompareTo(other.Message.Size),
        "SUBJECT" => (one, other) => string.CompareOrdinal(one.Message.Digest.SortSubject, other.Message.Digest.SortSubject),
        "FROM" => (one, other) => Compare(one.Message.Digest.FromMailbox, other.Message.Digest.FromMailbox),
        "TO" => (one, other) => Compare(one.Message.Digest.ToMailbox, other.Message.Digest.ToMailbox),
        "CC" => (one, other) => Compare(one.Message.Digest.CcMailbox, other.Message.Digest.CcMailbox),
        _ => throw new ImapSyntaxException("Unknown sort key"),
    };

    // RFC 5256 §2.2: without a readable Date header the INTERNALDATE stands in.
    private static DateTimeOffset Sent(Numbered each) => each.Message.Digest.Sent ?? each.Message.InternalDate;

    private static int Compare(string one, string other) => string.Compare(one, other, StringComparison.OrdinalIgnoreCase);
}
