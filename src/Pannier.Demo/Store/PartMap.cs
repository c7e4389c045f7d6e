using MimeKit;

namespace Pannier.Demo.Store;

/// <summary>Parses a message and finds where each of its parts begins and ends in the raw bytes.</summary>
internal static class PartMap
{
    /// <summary>Never fails: bytes that are no message become one text part after what headers there are.</summary>
    public static (MimeMessage Message, PartSpan Root) Read(byte[] raw)
    {
        var entities = new Dictionary<MimeEntity, MimeEntityEndEventArgs>();
        var messages = new Dictionary<MimeMessage, MimeMessageEndEventArgs>();
        var parser = new MimeParser(new MemoryStream(raw, writable: false), MimeFormat.Entity, persistent: true);
        parser.MimeEntityEnd += (_, ended) => entities[ended.Entity] = ended;
        parser.MimeMessageEnd += (_, ended) => messages[ended.Message] = ended;
        try
        {
            var message = parser.ParseMessage();
            return (message, Root(message));
        }
        catch (FormatException)
        {
            var body = raw.AsSpan().IndexOf("\r\n\r\n"u8) is var end and >= 0 ? end + 4 : 0;
            var text = new TextPart("plain") { Content = new MimeContent(new MemoryStream(raw, body, raw.Length - body)) };
            var lines = raw.AsSpan(body).Count((byte)'\n');
            return (new MimeMessage(new HeaderList()) { Body = text }, new(0, body, raw.Length, lines, false, [], null));
        }

        PartSpan Root(MimeMessage message)
        {
            var whole = messages[message];
            var (begin, headersEnd, end) = ((int)whole.BeginOffset, (int)whole.HeadersEndOffset, (int)whole.EndOffset);
            if (message.Body is not { } body || !entities.ContainsKey(body))
                return new(begin, headersEnd, end, raw.AsSpan(headersEnd..end).Count((byte)'\n'), false, [], null);
            return Span(body, begin) with { HeadersEnd = headersEnd, End = end };
        }

        PartSpan Span(MimeEntity entity, int begin)
        {
            var place = entities[entity];
            var children = entity is Multipart parts ? parts.Where(entities.ContainsKey).Select(part => Span(part, (int)entities[part].BeginOffset)).ToArray() : [];
            var inner = entity is MessagePart { Message: { } message } && messages.ContainsKey(message) ? Root(message) : null;
            return new(begin, (int)place.HeadersEndOffset, (int)place.EndOffset, place.Lines, entity is Multipart, children, inner);
        }
    }
}
