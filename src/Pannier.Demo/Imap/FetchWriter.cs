using System.Globalization;

using Pannier.Demo.Store;

namespace Pannier.Demo.Imap;

/// <summary>Writes FETCH answers.</summary>
internal static class FetchWriter
{
    public static void Write(ImapSession session, Numbered each, IReadOnlyList<FetchItem> items)
    {
        var output = session.Output;
        output.Raw("* ").Number(each.Number).Raw(" FETCH ");
        var separator = "(";
        foreach (var item in items)
        {
            output.Raw(separator);
            separator = " ";
            WriteItem(session, each.Message, item);
        }

        output.Line(")");
    }

    /// <summary>FLAGS as news or as STORE's answer; with MODSEQ for sessions that know it (RFC 7162 §3.2).</summary>
    public static void WriteFlags(ImapSession session, int number, DemoMessage message, Numbering numbering = Numbering.Sequence)
    {
        var items = new List<FetchItem>(3) { new("FLAGS") };
        if (session.KnowsModSeq)
            items.Add(new("MODSEQ"));
        if (numbering == Numbering.Uid || session.KnowsModSeq)
            items.Insert(0, new("UID"));
        Write(session, new(number, message), items);
    }

    public static void WriteModSeq(ImapSession session, int number, DemoMessage message, Numbering numbering) =>
        Write(session, new(number, message), numbering == Numbering.Uid ? [new("UID"), new("MODSEQ")] : [new("MODSEQ")]);

    private static void WriteItem(ImapSession session, DemoMessage message, FetchItem item)
    {
        var output = session.Output;
        if (item.Section is { } section)
        {
            if (item.Name == "BODY[")
                BodySectionWriter.WriteName(output, section);
            else
                output.Raw(item.Name);
            output.Raw(" ");
            BodySectionWriter.WriteContent(output, message, section);
            return;
        }

        output.Raw(item.Name).Raw(" ");
        switch (item.Name)
        {
            case "UID":
                output.Number(message.Uid);
                break;
            case "FLAGS":
                WriteFlagList(session, message);
                break;
            case "INTERNALDATE":
                output.Raw("\"").Raw(message.InternalDate.ToString("dd-MMM-yyyy HH:mm:ss ", CultureInfo.InvariantCulture)).Raw(Offset(message.InternalDate.Offset)).Raw("\"");
                break;
            case "RFC822.SIZE":
                output.Number(message.Size);
                break;
            case "ENVELOPE":
                output.Raw(message.Digest.Envelope);
                break;
            case "BODY":
                output.Raw(message.Digest.Body);
                break;
            case "BODYSTRUCTURE":
                output.Raw(message.Digest.BodyStructure);
                break;
            case "MODSEQ":
                output.Raw(string.Create(CultureInfo.InvariantCulture, $"({message.ModSeq})"));
                break;
            case "PREVIEW":
                output.Text(MessageText.Preview(message.Bytes));
                break;
        }
    }

    private static void WriteFlagList(ImapSession session, DemoMessage message)
    {
        var flags = string.Join(' ', message.Flags.All);
        if (session.View is { } view && message.Uid >= view.RecentFrom)
            flags = flags.Length == 0 ? "\\Recent" : flags + " \\Recent";
        session.Output.Raw("(").Raw(flags).Raw(")");
    }

    private static string Offset(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hhmm", CultureInfo.InvariantCulture);
}
