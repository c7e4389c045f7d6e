using MailKit;
using MimeKit;

namespace Pannier.Mail.Imap;

/// <summary>A message, or its first octets, read here and not by the server: what ENVELOPE and BODYSTRUCTURE would have told.</summary>
internal sealed class PlainMessage : IDisposable
{
    /// <summary>Characters of a subject that are kept; the raw source has the rest.</summary>
    private const int LongestSubject = 1000;

    /// <summary>A longer id names nothing: no line may be longer (RFC 5322 §2.1.1), and it may have been cut.</summary>
    private const int LongestId = 998;

    /// <summary>Less than what <see cref="ImapStructure"/> reads, so that whatever is deeper is a file and not left out.</summary>
    private const int Deepest = 40;

    private readonly MemoryStream _octets;
    private readonly MimeMessage _message;

    private PlainMessage(MemoryStream octets, MimeMessage message) => (_octets, _message) = (octets, message);

    public Envelope Envelope
    {
        get
        {
            var told = new MailKit.Envelope
            {
                Subject = _message.Subject,
                Date = _message.Date == DateTimeOffset.MinValue ? null : _message.Date,
                MessageId = IsId(_message.MessageId) ? _message.MessageId : null,
                InReplyTo = IsId(_message.InReplyTo) ? _message.InReplyTo : null,
            };
            told.From.AddRange(_message.From);
            told.ReplyTo.AddRange(_message.ReplyTo);
            told.To.AddRange(_message.To);
            told.Cc.AddRange(_message.Cc);
            told.Bcc.AddRange(_message.Bcc);
            var envelope = ImapEnvelopes.Read(told);
            return envelope with { Subject = Cut(envelope.Subject) };
        }
    }

    public ThreadHints Thread => ThreadHints.Of([.. _message.References.Where(IsId)], IsId(_message.InReplyTo) ? _message.InReplyTo : null, null);

    public IEnumerable<Header> Headers => _message.Headers;

    public BodyPart Structure => ImapStructure.Read(_message.Body is { } body ? Read(body) : new BodyPartText(new ContentType("text", "plain"), "1"));

    /// <summary>Parses the octets, however bad they are.</summary>
    /// <param name="copyAsync">Writes them, from the message's first on; they may end anywhere.</param>
    public static async Task<PlainMessage> ReadAsync(Func<Stream, Task> copyAsync, CancellationToken cancellation)
    {
        var octets = new MemoryStream();
        octets.Write("X: x\r\n"u8); // the parser wants a good line first, and then takes bad ones
        await copyAsync(octets);
        octets.Write("\r\n\r\n"u8); // where a header was cut
        octets.Position = 0;
        var options = ParserOptions.Default.Clone();
        options.MaxMimeDepth = Deepest;
        var message = await new MimeParser(options, octets, MimeFormat.Entity, persistent: true).ParseMessageAsync(cancellation);
        message.Headers.RemoveAt(0);
        return new PlainMessage(octets, message);
    }

    public void Dispose()
    {
        _message.Dispose();
        _octets.Dispose();
    }

    private static MailKit.BodyPart Read(MimeEntity entity) => entity switch
    {
        Multipart many => Many(many),
        MessagePart { Message.Body: { } body } inner => Fill(new BodyPartMessage(inner.ContentType, "") { Body = Read(body) }, inner),
        _ => Fill(new BodyPartBasic(Type(entity), ""), entity),
    };

    private static BodyPartMultipart Many(Multipart many)
    {
        var told = new BodyPartMultipart(many.ContentType, "");
        foreach (var part in many) told.BodyParts.Add(Read(part));
        return told;
    }

    private static BodyPartBasic Fill(BodyPartBasic told, MimeEntity entity)
    {
        told.ContentId = entity.ContentId;
        told.ContentDisposition = entity.ContentDisposition;
        told.ContentTransferEncoding = entity.Headers[HeaderId.ContentTransferEncoding];
        told.Octets = Octets(entity);
        return told;
    }

    /// <summary>A multipart that was not taken apart is a file.</summary>
    private static ContentType Type(MimeEntity entity) => entity.ContentType.IsMimeType("multipart", "*") ? new ContentType("application", "octet-stream") : entity.ContentType;

    private static uint Octets(MimeEntity entity)
    {
        if (entity is MimePart part) return (uint)(part.Content?.Stream?.Length ?? 0);
        using var measure = new MimeKit.IO.MeasuringStream();
        entity.WriteTo(measure, contentOnly: true);
        return (uint)measure.Length; // the octets are bounded by who copies them
    }

    private static bool IsId(string? id) => id is { Length: > 0 and <= LongestId };

    private static string Cut(string subject) =>
        subject.Length <= LongestSubject ? subject : string.Concat(subject.AsSpan(0, char.IsHighSurrogate(subject[LongestSubject - 1]) ? LongestSubject - 1 : LongestSubject), "…");
}
