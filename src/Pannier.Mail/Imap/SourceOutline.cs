using MailKit;
using MimeKit;

namespace Pannier.Mail.Imap;

/// <summary>
/// Reads a message's source as a stream of events and keeps its outline alone, as BODYSTRUCTURE would tell it: what it holds does not
/// grow with what a sender wrote, be it a million parts of no octets or a million headers.
/// </summary>
internal sealed class SourceOutline : MimeReader
{
    /// <summary>As many as Dovecot tells of one message.</summary>
    private const int MostParts = 10_000;

    private const int MostHeaders = 1000;

    /// <summary>Less than what <see cref="ImapStructure"/> reads, so that whatever is deeper is a file and not left out.</summary>
    private const int Deepest = 40;

    private readonly List<Header> _headers = [];
    private readonly Stack<MailKit.BodyPart> _open = [];
    private readonly Dictionary<HeaderId, string> _told = [];
    private MailKit.BodyPart? _top;
    private bool _headersRead;
    private int _parts;
    private long _octets;

    private SourceOutline(Stream source) : base(Bounded(), source, MimeFormat.Entity)
    {
    }

    /// <summary>The first 1,000 of the message's own headers.</summary>
    public IReadOnlyList<Header> Headers => _headers;

    /// <summary>The first 10,000 parts.</summary>
    public BodyPart Structure => ImapStructure.Read(_top ?? new BodyPartText(new ContentType("text", "plain"), ""));

    /// <summary>Reads a source, however bad it is; it begins with one good header line, which is not kept.</summary>
    public static async Task<SourceOutline> ReadAsync(Stream source, CancellationToken cancellation)
    {
        var outline = new SourceOutline(source);
        await outline.ReadMessageAsync(cancellation);
        outline._headers.RemoveAt(0);
        return outline;
    }

    protected override void OnHeadersBegin(long beginOffset, int beginLineNumber, CancellationToken cancellationToken) => _told.Clear();

    protected override void OnHeaderRead(Header header, int beginLineNumber, CancellationToken cancellationToken)
    {
        if (!_headersRead && _headers.Count <= MostHeaders) _headers.Add(header);
        if (header.Id is HeaderId.ContentId or HeaderId.ContentDisposition or HeaderId.ContentTransferEncoding) _told.TryAdd(header.Id, header.Value);
    }

    protected override void OnHeadersEnd(long beginOffset, int beginLineNumber, long endOffset, int endLineNumber, CancellationToken cancellationToken) => _headersRead = true;

    protected override void OnMultipartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken) =>
        Open(new BodyPartMultipart(contentType, ""));

    protected override void OnMultipartEnd(ContentType contentType, long beginOffset, int beginLineNumber, long headersEndOffset, long endOffset, int lines, CancellationToken cancellationToken) =>
        _open.Pop();

    protected override void OnMessagePartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken) =>
        Open(Fill(new BodyPartMessage(contentType, "")));

    protected override void OnMessagePartEnd(ContentType contentType, long beginOffset, int beginLineNumber, long headersEndOffset, long endOffset, int lines, CancellationToken cancellationToken) =>
        Close(endOffset - headersEndOffset);

    /// <summary>A multipart that is too deep to be taken apart comes as a part: it is a file.</summary>
    protected override void OnMimePartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        _octets = 0;
        Open(Fill(new BodyPartBasic(contentType.IsMimeType("multipart", "*") ? new ContentType("application", "octet-stream") : contentType, "")));
    }

    protected override void OnMimePartContentRead(byte[] buffer, int startIndex, int count, CancellationToken cancellationToken) => _octets += count;

    protected override void OnMimePartEnd(ContentType contentType, long beginOffset, int beginLineNumber, long headersEndOffset, long endOffset, int lines, CancellationToken cancellationToken) =>
        Close(_octets);

    private void Open(MailKit.BodyPart part)
    {
        if (_parts++ < MostParts)
        {
            if (_open.TryPeek(out var above)) Hang(part, above);
            else _top ??= part;
        }

        _open.Push(part);
    }

    private static void Hang(MailKit.BodyPart part, MailKit.BodyPart above)
    {
        if (above is BodyPartMultipart many) many.BodyParts.Add(part);
        else if (above is BodyPartMessage message) message.Body = part;
    }

    private void Close(long octets)
    {
        if (_open.Pop() is BodyPartBasic part) part.Octets = (uint)Math.Clamp(octets, 0, uint.MaxValue);
    }

    private BodyPartBasic Fill(BodyPartBasic part)
    {
        part.ContentId = _told.GetValueOrDefault(HeaderId.ContentId);
        part.ContentTransferEncoding = _told.GetValueOrDefault(HeaderId.ContentTransferEncoding);
        if (_told.GetValueOrDefault(HeaderId.ContentDisposition) is { } told && ContentDisposition.TryParse(told, out var disposition)) part.ContentDisposition = disposition;
        return part;
    }

    private static ParserOptions Bounded()
    {
        var options = ParserOptions.Default.Clone();
        options.MaxMimeDepth = Deepest;
        return options;
    }
}
