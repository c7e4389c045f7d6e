using System.Globalization;

using Pannier.Demo.Store;

namespace Pannier.Demo.Imap.Commands;

/// <summary>RFC 3501 §6.4.4 with CHARSET, and the RETURN options of RFC 4731.</summary>
internal sealed class Search : IMessageCommand
{
    public Task<ImapAnswer> RunAsync(ImapSession session, ImapArguments arguments, Numbering numbering, CancellationToken cancellation)
    {
        arguments.Expect(' ');
        var options = ReadReturn(session, arguments);
        if (arguments.TryWord("CHARSET"))
        {
            arguments.Expect(' ');
            if (!SearchProgram.IsKnownCharset(arguments.AString()))
                return Task.FromResult(ImapAnswer.No("[BADCHARSET (UTF-8 US-ASCII)] Unknown character set"));
            arguments.Expect(' ');
        }

        var view = session.Selected;
        var program = new SearchProgram(arguments, view);
        var test = program.Read();
        if (program.UsesModSeq)
        {
            if (!session.Capabilities.Has("CONDSTORE"))
                return Task.FromResult(ImapAnswer.Bad("Unknown search key"));
            session.LearnModSeq();
        }

        var found = Find(view, test, cancellation);
        var numbers = found.ConvertAll(each => each.By(numbering));
        var modSeq = program.UsesModSeq && found.Count > 0 ? found.Max(each => each.Message.ModSeq) : 0;
        if (options is null)
            WriteNumbers(session, numbers, modSeq);
        else
            WriteExtended(session, numbers, modSeq, options, numbering);
        return Task.FromResult(ImapAnswer.Ok("Done"));
    }

    internal static List<Numbered> Find(MailboxView view, SearchTest test, CancellationToken cancellation)
    {
        var found = new List<Numbered>();
        for (var index = 0; index < view.Messages.Count; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (test(new(index + 1, view.Messages[index], view.RecentFrom)))
                found.Add(new(index + 1, view.Messages[index]));
        }

        return found;
    }

    /// <summary>Null without RETURN; an empty list means ALL.</summary>
    private static HashSet<string>? ReadReturn(ImapSession session, ImapArguments arguments)
    {
        if (!session.Capabilities.Has("ESEARCH") || !arguments.TryWord("RETURN"))
            return null;
        var options = new HashSet<string>(StringComparer.Ordinal);
        arguments.Expect(' ');
        arguments.Expect('(');
        while (!arguments.Skip(')'))
        {
            var option = arguments.Word();
            if (option is not ("MIN" or "MAX" or "COUNT" or "ALL"))
                throw new ImapSyntaxException("Unknown return option");
            options.Add(option);
            arguments.Skip(' ');
        }

        arguments.Expect(' ');
        if (options.Count == 0)
            options.Add("ALL");
        return options;
    }

    private static void WriteNumbers(ImapSession session, List<uint> numbers, ulong modSeq)
    {
        session.Output.Raw("* SEARCH");
        foreach (var number in numbers)
            session.Output.Raw(" ").Number(number);
        if (modSeq > 0)
            session.Output.Raw(string.Create(CultureInfo.InvariantCulture, $" (MODSEQ {modSeq})"));
        session.Output.Line("");
    }

    private static void WriteExtended(ImapSession session, List<uint> numbers, ulong modSeq, HashSet<string> options, Numbering numbering)
    {
        var output = session.Output.Raw("* ESEARCH (TAG ").Text(session.Tag).Raw(numbering == Numbering.Uid ? ") UID" : ")");
        if (options.Contains("MIN") && numbers.Count > 0)
            output.Raw(" MIN ").Number(numbers[0]);
        if (options.Contains("MAX") && numbers.Count > 0)
            output.Raw(" MAX ").Number(numbers[^1]);
        if (options.Contains("COUNT"))
            output.Raw(" COUNT ").Number(numbers.Count);
        if (options.Contains("ALL") && numbers.Count > 0)
            output.Raw(" ALL ").Raw(NumberSet.Write(numbers));
        if (modSeq > 0)
            output.Raw(string.Create(CultureInfo.InvariantCulture, $" MODSEQ {modSeq}"));
        output.Line("");
    }
}
