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

    private RawMessage(HeaderList headers, MemoryBlockStream body)
    {
        _body = body;
        Message = new MimeMessage();
        Message.Headers.Clear();
        foreach (var header in headers) Message.Headers.Add(header);
        Id = headers[HeaderId.MessageId] is { } id && MimeUtils.ParseMessageId(id) is { Length: > 0 } parsed ? parsed : null;
        Message.Body = new RawBody(body);

        using var measure = new MeasuringStream();
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        Message.WriteTo(format, measure);
        Octets = measure.Length;
    }

    /// <summary>Writes itself as it was read. No other member of it says anything.</summary>
    public MimeMessage Message { get; }

    /// <summary>The Message-ID without brackets; null when it has none.</summary>
    public string? Id { get; }

    /// <summary>As it will be filed.</summary>
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
        var whole = await MakeAsync(octets, await HeadersAsync(octets, start ?? octets.Length, cancellation), start ?? octets.Length, cancellation);
        if (start is null || whole.Octets == octets.Length) return whole;

        // Nothing like a header block: it is filed as the body of a message without headers, two octets longer.
        whole.Dispose();
        return await MakeAsync(octets, [], 0, cancellation);
    }

    private static async Task<RawMessage> MakeAsync(MemoryBlockStream octets, HeaderList headers, long bodyAt, CancellationToken cancellation)
    {
        var body = new MemoryBlockStream();
        octets.Position = bodyAt;
        await octets.CopyToAsync(body, cancellation);
        return new RawMessage(headers, body);
    }

    /// <summary>The header lines as they stand. The parser wants a good line first, and then keeps bad ones as they are.</summary>
    private static async Task<HeaderList> HeadersAsync(MemoryBlockStream octets, long end, CancellationToken cancellation)
    {
        using var lines = new ChainedStream();
        lines.Add(new MemoryStream("X: x\r\n"u8.ToArray()));
        lines.Add(new BoundStream(octets, 0, end, leaveOpen: true));
        octets.Position = 0;
        var headers = await HeaderList.LoadAsync(lines, cancellation);
        headers.RemoveAt(0);
        return headers;
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
