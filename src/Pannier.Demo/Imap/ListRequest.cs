namespace Pannier.Demo.Imap;

/// <summary>What LIST asks: which names (patterns, selection options), and what to tell of them (RFC 5258, 5819, 6154).</summary>
internal sealed record ListRequest(IReadOnlySet<string> Selection, IReadOnlyList<string> Patterns, IReadOnlySet<string> Returned, IReadOnlyList<string> Status)
{
    public static ListRequest Read(ImapSession session, ImapArguments arguments)
    {
        arguments.Expect(' ');
        var extended = session.Capabilities.Has("LIST-EXTENDED");
        var selection = extended && arguments.NextIs('(') ? ReadSelection(arguments) : [];
        var reference = arguments.Pattern();
        arguments.Expect(' ');
        var patterns = new List<string>();
        if (extended && arguments.Skip('('))
        {
            do
                patterns.Add(reference + arguments.Pattern());
            while (arguments.Skip(' '));
            arguments.Expect(')');
        }
        else
        {
            // An empty pattern asks for the delimiter, whatever the reference.
            patterns.Add(arguments.Pattern() is { Length: > 0 } pattern ? reference + pattern : "");
        }

        IReadOnlyList<string> status = [];
        var returned = new HashSet<string>(StringComparer.Ordinal);
        if (extended && arguments.Skip(' '))
            status = ReadReturned(session, arguments, returned);
        arguments.End();
        return new(selection, patterns, returned, status);
    }

    private static HashSet<string> ReadSelection(ImapArguments arguments)
    {
        var selection = new HashSet<string>(StringComparer.Ordinal);
        arguments.Expect('(');
        while (!arguments.Skip(')'))
        {
            var option = arguments.Word();
            if (option is not ("SUBSCRIBED" or "REMOTE" or "RECURSIVEMATCH" or "SPECIAL-USE"))
                throw new ImapSyntaxException("Unknown selection option");
            selection.Add(option);
            arguments.Skip(' ');
        }

        if (selection.Contains("RECURSIVEMATCH") && !selection.Contains("SUBSCRIBED") && !selection.Contains("SPECIAL-USE"))
            throw new ImapSyntaxException("RECURSIVEMATCH goes with another option");
        arguments.Expect(' ');
        return selection;
    }

    private static IReadOnlyList<string> ReadReturned(ImapSession session, ImapArguments arguments, HashSet<string> returned)
    {
        IReadOnlyList<string> status = [];
        if (!arguments.TryWord("RETURN"))
            throw new ImapSyntaxException("Expected RETURN");
        arguments.Expect(' ');
        arguments.Expect('(');
        while (!arguments.Skip(')'))
        {
            var option = arguments.Word();
            if (option == "STATUS" && session.Capabilities.Has("LIST-STATUS"))
            {
                arguments.Expect(' ');
                status = MailboxStatus.Read(session, arguments);
            }
            else if (option is not ("SUBSCRIBED" or "CHILDREN" or "SPECIAL-USE"))
            {
                throw new ImapSyntaxException("Unknown return option");
            }

            returned.Add(option);
            arguments.Skip(' ');
        }

        return status;
    }
}
