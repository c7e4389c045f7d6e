using MimeKit;
using MimeKit.IO;
using MimeKit.IO.Filters;
using MimeKit.Utils;

namespace Pannier.Mail.Imap;

/// <summary>
/// A message as octets, for MailKit, which appends only what it has parsed. It is filed octet for octet: parsing and writing
/// anew could break a signature, or a message that is no MIME. Only line ends become CRLF, as IMAP needs.
/// </summary>
internal sealed class RawMessage : IDisposable
{
    private readonly MemoryBlockStream _body;

    private RawMessage(HeaderList headers, MemoryBlockStream body, long octets)
    {
        _body = body;
        Octets = octets;
        Message = new MimeMessage();
        Message.Headers.Clear();
        foreach (var header in headers) Message.Headers.Add(header);
        Id = headers[HeaderId.MessageId] is { } id && MimeUtils.ParseMessageId(id) is { Length: > 0 } parsed ? parsed : null;
        Message.Body = new RawBody(body);
    }

    /// <summary>Writes itself as it was read. No other member of it says anything.</summary>
    public MimeMessage Message { get; }

    /// <summary>The Message-ID without brackets; null when it has none.</summary>
    public string? Id { get; }

    public long Octets { get; }

    public static async Task<RawMessage> ReadAsync(Stream message, CancellationToken cancellation)
    {
        using var octets = new MemoryBlockStream();
        await using (var filtered = new FilteredStream(octets))
        {
            filtered.Add(new Unix2DosFilter());
            await message.CopyToAsync(filtered, cancellation);
            await filtered.FlushAsync(cancellation);
            octets.Position = 0;
            return await SplitAsync(octets, cancellation);
        }
    }

    public void Dispose()
    {
        Message.Dispose();
        _body.Dispose();
    }

    private static async Task<RawMessage> SplitAsync(MemoryBlockStream octets, CancellationToken cancellation)
    {
        var start = BodyStart(octets);
        var headers = start is 2 ? [] : await HeadersAsync(octets, start ?? octets.Length, cancellation);

        // What has no header block is all body, and gets an empty one.
        var bodyAt = start ?? (headers.Count > 0 ? octets.Length : 0);
        if (start is > 2 && headers.Count == 0) bodyAt = 0;
        var body = new MemoryBlockStream();
        octets.Position = bodyAt;
        await octets.CopyToAsync(body, cancellation);
        return new RawMessage(headers, body, octets.Length + (bodyAt == start ? 0 : 2));
    }

    private static async Task<HeaderList> HeadersAsync(MemoryBlockStream octets, long end, CancellationToken cancellation)
    {
        using var head = new BoundStream(octets, 0, end, leaveOpen: true);
        try
        {
            var headers = await HeaderList.LoadAsync(head, cancellation);
            return headers.Any(header => header.Id == HeaderId.Unknown && header.Field.Length == 0) ? [] : headers;
        }
        catch (FormatException)
        {
            return [];
        }
    }

    /// <summary>The offset after the first empty line; null when there is none.</summary>
    private static long? BodyStart(MemoryBlockStream octets)
    {
        octets.Position = 0;
        var lineIsEmpty = true;
        for (int c; (c = octets.ReadByte()) >= 0;)
        {
            if (c == '\n' && lineIsEmpty) return octets.Position;
            lineIsEmpty = c == '\n' || (lineIsEmpty && c == '\r');
        }

        return null;
    }

    private sealed class RawBody : MimePart
    {
        private readonly MemoryBlockStream _octets;

        public RawBody(MemoryBlockStream octets)
        {
            _octets = octets;
            Headers.Clear();
        }

        public override void WriteTo(FormatOptions options, Stream stream, bool contentOnly, CancellationToken cancellationToken = default)
        {
            _octets.Position = 0;
            _octets.CopyTo(stream);
        }

        public override async Task WriteToAsync(FormatOptions options, Stream stream, bool contentOnly, CancellationToken cancellationToken = default)
        {
            _octets.Position = 0;
            await _octets.CopyToAsync(stream, cancellationToken);
        }
    }
}
