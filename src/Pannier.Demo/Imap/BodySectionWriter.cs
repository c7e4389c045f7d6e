using System.Globalization;
using System.Text;

using MimeKit;

using Pannier.Demo.Store;

namespace Pannier.Demo.Imap;

/// <summary>Cuts body sections out of the raw bytes (RFC 3501 §6.4.5), so that octets and sizes are the message's own.</summary>
internal static class BodySectionWriter
{
    public static void WriteName(ImapWriter output, BodySection section)
    {
        output.Raw("BODY[").Raw(string.Join('.', section.Path));
        if (section.Kind.Length > 0)
            output.Raw(section.Path.Count > 0 ? "." : "").Raw(section.Kind);
        if (section.Fields.Count > 0)
        {
            output.Raw(" (");
            for (var index = 0; index < section.Fields.Count; index++)
                output.Raw(index > 0 ? " " : "").Text(section.Fields[index]);
            output.Raw(")");
        }

        output.Raw("]");
        if (section.Piece is { } piece)
            output.Raw(string.Create(CultureInfo.InvariantCulture, $"<{piece.Offset}>"));
    }

    /// <summary>NIL when the message has no such part.</summary>
    public static void WriteContent(ImapWriter output, DemoMessage message, BodySection section)
    {
        if (Find(message, section) is not { } content)
        {
            output.Raw("NIL");
            return;
        }

        var span = content.Span;
        if (section.Piece is { } piece)
        {
            span = piece.Offset >= span.Length ? [] : span[(int)piece.Offset..];
            span = span[..(int)Math.Min(piece.Count, (uint)span.Length)];
        }

        output.Literal(span);
    }

    /// <summary>The values of the named fields of the message's own header, unfolded and decoded.</summary>
    public static IEnumerable<string> DecodedFields(DemoMessage message, BodySection section)
    {
        var block = SomeFields(HeaderOf(message.Raw, message.Digest.Root).Span, section);
        using var stream = new MemoryStream(block);
        return HeaderList.Load(stream).Select(header => header.Value).ToList();
    }

    private static ReadOnlyMemory<byte>? Find(DemoMessage message, BodySection section)
    {
        var raw = message.Raw;
        if (section.Path.Count == 0 && section.Kind.Length == 0)
            return raw;
        var root = message.Digest.Root;
        if (section.Path.Count == 0)
            return OfMessage(raw, root, section);
        if (Walk(root, section.Path) is not { } part)
            return null;
        return section.Kind switch
        {
            "" => raw[part.HeadersEnd..part.End],
            "MIME" => part == root ? HeaderOf(raw, root) : raw[part.Begin..part.HeadersEnd],
            _ => part.Message is { } inner ? OfMessage(raw, inner, section) : null,
        };
    }

    private static ReadOnlyMemory<byte> OfMessage(ReadOnlyMemory<byte> raw, PartSpan message, BodySection section) => section.Kind switch
    {
        "TEXT" => raw[message.HeadersEnd..message.End],
        "HEADER" => HeaderOf(raw, message),
        _ => SomeFields(HeaderOf(raw, message).Span, section),
    };

    private static ReadOnlyMemory<byte> HeaderOf(ReadOnlyMemory<byte> raw, PartSpan message) => raw[message.Begin..message.HeadersEnd];

    /// <summary>A part that is no multipart has itself as part 1; below a message/rfc822 part, numbers go on in the message.</summary>
    private static PartSpan? Walk(PartSpan root, IReadOnlyList<int> path)
    {
        PartSpan? at = root;
        for (var index = 0; index < path.Count && at is not null; index++)
        {
            var container = index > 0 && at.Message is { } inner ? inner : at;
            if (container.IsMultipart)
                at = container.Children.ElementAtOrDefault(path[index] - 1);
            else if (path[index] == 1 && (index == 0 || container != at))
                at = container;
            else
                at = null;
        }

        return at;
    }

    private static byte[] SomeFields(ReadOnlySpan<byte> header, BodySection section)
    {
        var wanted = section.Fields.Select(field => Encoding.Latin1.GetString(field)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var keepNamed = section.Kind == "HEADER.FIELDS";
        var kept = new List<byte>();
        var keeping = false;
        while (!header.IsEmpty)
        {
            var end = header.IndexOf((byte)'\n');
            var line = end < 0 ? header : header[..(end + 1)];
            header = header[line.Length..];
            if (line.Trim("\r\n"u8).IsEmpty)
                continue;
            if (line[0] is not ((byte)' ' or (byte)'\t'))
            {
                var colon = line.IndexOf((byte)':');
                var name = Encoding.Latin1.GetString(colon < 0 ? line : line[..colon]).Trim();
                keeping = wanted.Contains(name) == keepNamed;
            }

            if (keeping)
                kept.AddRange(line);
        }

        return [.. kept, .. "\r\n"u8];
    }
}
