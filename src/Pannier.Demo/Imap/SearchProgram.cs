using System.Text;

using Pannier.Demo.Store;

namespace Pannier.Demo.Imap;

/// <summary>Reads the keys of SEARCH and SORT (RFC 3501 §6.4.4, RFC 7162 MODSEQ) into one test.</summary>
internal sealed class SearchProgram(ImapArguments arguments, MailboxView view)
{
    private const int Deepest = 100;

    private int depth;

    /// <summary>True when MODSEQ was asked for, whose highest value the answer then tells.</summary>
    public bool UsesModSeq { get; private set; }

    /// <summary>Whether strings in this character set can be read.</summary>
    public static bool IsKnownCharset(string name) => name.ToUpperInvariant() is "UTF-8" or "US-ASCII";

    /// <summary>Reads keys to the end.</summary>
    public SearchTest Read()
    {
        var test = ReadAll();
        arguments.End();
        return test;
    }

    private SearchTest ReadAll()
    {
        var tests = new List<SearchTest> { ReadKey() };
        while (arguments.Skip(' '))
            tests.Add(ReadKey());
        return tests.Count == 1 ? tests[0] : target => tests.TrueForAll(test => test(target));
    }

    private SearchTest ReadKey()
    {
        if (++depth > Deepest)
            throw new ImapSyntaxException("The search is nested too deeply");
        try
        {
            if (arguments.Skip('('))
            {
                var inner = ReadAll();
                arguments.Expect(')');
                return inner;
            }

            return arguments.AtSet ? InSet(Numbering.Sequence) : ReadNamed(arguments.Word());
        }
        finally
        {
            depth--;
        }
    }

    private SearchTest ReadNamed(string name) => name switch
    {
        "ALL" => _ => true,
        "ANSWERED" or "DELETED" or "DRAFT" or "FLAGGED" or "SEEN" => Flag("\\" + name),
        "UNANSWERED" or "UNDELETED" or "UNDRAFT" or "UNFLAGGED" or "UNSEEN" => Not(Flag("\\" + name[2..])),
        "KEYWORD" => Flag(Atom()),
        "UNKEYWORD" => Not(Flag(Atom())),
        "RECENT" => target => target.IsRecent,
        "OLD" => target => !target.IsRecent,
        "NEW" => target => target.IsRecent && !target.Message.Flags.Seen,
        "NOT" => Not(NextKey()),
        "OR" => Or(NextKey(), NextKey()),
        "UID" => InUidSet(),
        "LARGER" => Size((size, limit) => size > limit),
        "SMALLER" => Size((size, limit) => size < limit),
        "BEFORE" => Day(Arrived, (day, limit) => day < limit),
        "ON" => Day(Arrived, (day, limit) => day == limit),
        "SINCE" => Day(Arrived, (day, limit) => day >= limit),
        "SENTBEFORE" => Day(Sent, (day, limit) => day < limit),
        "SENTON" => Day(Sent, (day, limit) => day == limit),
        "SENTSINCE" => Day(Sent, (day, limit) => day >= limit),
        "SUBJECT" => Words(message => message.Digest.Subject),
        "FROM" => Words(message => message.Digest.From),
        "TO" => Words(message => message.Digest.To),
        "CC" => Words(message => message.Digest.Cc),
        "BCC" => Header("BCC", String()),
        "HEADER" => Header(String(), String()),
        "BODY" => Words(message => message.Text),
        "TEXT" => Words(message => MessageText.Headers(message.Bytes), message => message.Text),
        "MODSEQ" => ModSeq(),
        _ => throw new ImapSyntaxException("Unknown search key"),
    };

    private static SearchTest Not(SearchTest test) => target => !test(target);

    private static SearchTest Or(SearchTest one, SearchTest other) => target => one(target) || other(target);

    private static SearchTest Flag(string flag) => target => target.Message.Flags.Has(flag);

    private static bool Contains(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static DateOnly? Arrived(DemoMessage message) => DateOnly.FromDateTime(message.InternalDate.DateTime);

    private static DateOnly? Sent(DemoMessage message) => message.Digest.Sent is { } sent ? DateOnly.FromDateTime(sent.DateTime) : null;

    private static SearchTest Header(string name, string words)
    {
        var fields = new BodySection([], "HEADER.FIELDS", [Encoding.UTF8.GetBytes(name)], null);
        return target => BodySectionWriter.DecodedFields(target.Message, fields).Any(value => Contains(value, words));
    }

    private SearchTest NextKey()
    {
        arguments.Expect(' ');
        return ReadKey();
    }

    private string Atom()
    {
        arguments.Expect(' ');
        return arguments.Atom();
    }

    private string String()
    {
        arguments.Expect(' ');
        return arguments.AString();
    }

    private SearchTest Words(params Func<DemoMessage, string>[] places)
    {
        var words = String();
        return target => Array.Exists(places, place => Contains(place(target.Message), words));
    }

    private SearchTest Size(Func<long, uint, bool> compare)
    {
        arguments.Expect(' ');
        var limit = arguments.Number();
        return target => compare(target.Message.Size, limit);
    }

    private SearchTest Day(Func<DemoMessage, DateOnly?> dayOf, Func<DateOnly, DateOnly, bool> compare)
    {
        arguments.Expect(' ');
        var limit = arguments.Date();
        return target => dayOf(target.Message) is { } day && compare(day, limit);
    }

    private SearchTest InUidSet()
    {
        arguments.Expect(' ');
        return InSet(Numbering.Uid);
    }

    private SearchTest InSet(Numbering numbering)
    {
        var set = MessageSelection.Of(view, arguments.Set(), numbering).Select(each => each.Message).ToHashSet();
        return target => set.Contains(target.Message);
    }

    private SearchTest ModSeq()
    {
        UsesModSeq = true;
        arguments.Expect(' ');
        if (arguments.NextIs('"'))
        {
            // An entry name and type may come first; we keep one modseq for all of them.
            arguments.AString();
            arguments.Expect(' ');
            arguments.Atom();
            arguments.Expect(' ');
        }

        var least = arguments.ModSeq();
        return target => target.Message.ModSeq >= least;
    }
}
