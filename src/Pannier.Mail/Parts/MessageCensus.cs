using MimeKit;

namespace Pannier.Mail.Parts;

/// <summary>Counts a message's parts and headers as it is read, before anything is built of it: a million empty parts are 10 MB of text and a gigabyte of objects.</summary>
internal sealed class MessageCensus : MimeReader
{
    public const int MostParts = 1_000;
    private const int MostHeaders = 10_000;
    private const int MostHeaderOctets = 2 * 1024 * 1024;

    private int _parts;
    private int _headers;
    private long _octets;

    private MessageCensus(Stream source)
        : base(Limits, source, MimeFormat.Entity)
    {
    }

    /// <summary>Deeper multiparts come as files.</summary>
    public static ParserOptions Limits { get; } = Bounded();

    /// <exception cref="PartFault">There are more than 1,000 parts, 10,000 headers or 2 MiB of headers.</exception>
    public static void Take(byte[] octets)
    {
        using var stream = new MemoryStream(octets, writable: false);
        new MessageCensus(stream).ReadMessage(CancellationToken.None);
    }

    protected override void OnHeaderRead(Header header, int beginLineNumber, CancellationToken cancellationToken)
    {
        _octets += header.RawField.Length + header.RawValue.Length;
        if (++_headers > MostHeaders || _octets > MostHeaderOctets) throw new PartFault("More headers than are looked at.");
    }

    protected override void OnMultipartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken) => Count();

    protected override void OnMessagePartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken) => Count();

    protected override void OnMimePartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken) => Count();

    private void Count()
    {
        if (++_parts > MostParts) throw new PartFault("More parts than are looked at.");
    }

    private static ParserOptions Bounded()
    {
        var options = ParserOptions.Default.Clone();
        options.MaxMimeDepth = 20;
        return options;
    }
}
