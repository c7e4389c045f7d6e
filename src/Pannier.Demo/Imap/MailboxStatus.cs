using System.Globalization;

using Pannier.Demo.Store;

namespace Pannier.Demo.Imap;

/// <summary>The items of STATUS, for the command and for LIST's RETURN (STATUS …) of RFC 5819.</summary>
internal static class MailboxStatus
{
    public static IReadOnlyList<string> Read(ImapSession session, ImapArguments arguments)
    {
        var items = new List<string>();
        arguments.Expect('(');
        do
        {
            var item = arguments.Word();
            if (item is not ("MESSAGES" or "RECENT" or "UIDNEXT" or "UIDVALIDITY" or "UNSEEN" or "HIGHESTMODSEQ" or "SIZE" or "DELETED")
                || (item == "HIGHESTMODSEQ" && !session.Capabilities.Has("CONDSTORE")))
                throw new ImapSyntaxException("Unknown STATUS item");
            items.Add(item);
        }
        while (arguments.Skip(' '));
        arguments.Expect(')');
        return items;
    }

    public static void Write(ImapSession session, DemoMailbox mailbox, IReadOnlyList<string> items)
    {
        session.Output.Raw("* STATUS ").Text(ModifiedUtf7.Encode(mailbox.Name)).Raw(" ");
        var separator = "(";
        foreach (var item in items)
        {
            session.Output.Raw(string.Create(CultureInfo.InvariantCulture, $"{separator}{item} {Value(mailbox, item)}"));
            separator = " ";
        }

        session.Output.Line(")");
    }

    private static ulong Value(DemoMailbox mailbox, string item) => item switch
    {
        "MESSAGES" => (ulong)mailbox.Held.Count,
        "RECENT" => (ulong)mailbox.Held.Count(message => message.Uid >= mailbox.FirstRecent),
        "UIDNEXT" => mailbox.UidNext,
        "UIDVALIDITY" => mailbox.UidValidity,
        "UNSEEN" => (ulong)mailbox.Held.Count(message => !message.Flags.Seen),
        "DELETED" => (ulong)mailbox.Held.Count(message => message.Flags.Deleted),
        "SIZE" => (ulong)mailbox.Held.Sum(message => (long)message.Size),
        _ => mailbox.HighestModSeq,
    };
}
