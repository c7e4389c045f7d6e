using System.Globalization;

namespace Pannier.Demo.Imap;

/// <summary>Reads the items of FETCH, with its macros.</summary>
internal static class FetchItems
{
    private static readonly string[] Fast = ["FLAGS", "INTERNALDATE", "RFC822.SIZE"];
    private static readonly string[] All = [.. Fast, "ENVELOPE"];
    private static readonly string[] Full = [.. All, "BODY"];

    public static List<FetchItem> Read(ImapSession session, ImapArguments arguments)
    {
        var items = new List<FetchItem>();
        if (!arguments.Skip('('))
        {
            items.AddRange(ReadOne(session, arguments));
            return items;
        }

        do
            items.AddRange(ReadOne(session, arguments));
        while (arguments.Skip(' '));
        arguments.Expect(')');
        return items;
    }

    private static IEnumerable<FetchItem> ReadOne(ImapSession session, ImapArguments arguments)
    {
        var name = arguments.Name();
        switch (name)
        {
            case "ALL":
                return All.Select(each => new FetchItem(each));
            case "FAST":
                return Fast.Select(each => new FetchItem(each));
            case "FULL":
                return Full.Select(each => new FetchItem(each));
            case "UID" or "FLAGS" or "INTERNALDATE" or "RFC822.SIZE" or "ENVELOPE" or "BODYSTRUCTURE":
                return [new(name)];
            case "MODSEQ" when session.Capabilities.Has("CONDSTORE"):
                return [new(name)];
            case "PREVIEW" when session.Capabilities.Has("PREVIEW"):
                return [ReadPreview(arguments)];
            case "RFC822":
                return [new(name, BodySection.Whole, true)];
            case "RFC822.HEADER":
                return [new(name, BodySection.Whole with { Kind = "HEADER" })];
            case "RFC822.TEXT":
                return [new(name, BodySection.Whole with { Kind = "TEXT" }, true)];
            case "BODY" when !arguments.NextIs('['):
                return [new(name)];
            case "BODY" or "BODY.PEEK":
                return [new("BODY[", ReadSection(arguments), name == "BODY")];
            default:
                throw new ImapSyntaxException("Unknown FETCH item");
        }
    }

    private static FetchItem ReadPreview(ImapArguments arguments)
    {
        // LAZY allows NIL; we always have one.
        if (arguments.NextIs(' ') && arguments.TryWord(" (LAZY"))
            arguments.Expect(')');
        return new("PREVIEW");
    }

    private static BodySection ReadSection(ImapArguments arguments)
    {
        arguments.Expect('[');
        var path = new List<int>();
        var kind = "";
        var parts = arguments.Name() is { Length: > 0 } text ? text.Split('.') : [];
        var at = 0;
        while (at < parts.Length && int.TryParse(parts[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
        {
            path.Add(number);
            at++;
        }

        if (at < parts.Length)
            kind = string.Join('.', parts[at..]);
        if (kind is not ("" or "HEADER" or "HEADER.FIELDS" or "HEADER.FIELDS.NOT" or "TEXT" or "MIME") || (kind == "MIME" && path.Count == 0))
            throw new ImapSyntaxException("Unknown section");
        var fields = kind.StartsWith("HEADER.FIELDS", StringComparison.Ordinal) ? ReadFields(arguments) : [];
        arguments.Expect(']');
        return new(path, kind, fields, ReadPiece(arguments));
    }

    private static List<byte[]> ReadFields(ImapArguments arguments)
    {
        var fields = new List<byte[]>();
        arguments.Expect(' ');
        arguments.Expect('(');
        do
            fields.Add(arguments.AStringBytes());
        while (arguments.Skip(' '));
        arguments.Expect(')');
        return fields;
    }

    private static Partial? ReadPiece(ImapArguments arguments)
    {
        if (!arguments.Skip('<'))
            return null;
        var offset = arguments.Number();
        arguments.Expect('.');
        var count = arguments.Number();
        arguments.Expect('>');
        return count > 0 ? new(offset, count) : throw new ImapSyntaxException("A piece has at least one octet");
    }
}
