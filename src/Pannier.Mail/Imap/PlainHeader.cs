using MimeKit;

namespace Pannier.Mail.Imap;

/// <summary>A header block read here and not by the server: what ENVELOPE would have told.</summary>
internal sealed class PlainHeader : IDisposable
{
    /// <summary>Characters of a subject that are kept; the raw source has the rest.</summary>
    private const int LongestSubject = 1000;

    /// <summary>A longer id names nothing: no line may be longer (RFC 5322 §2.1.1), and it may have been cut.</summary>
    private const int LongestId = 998;

    private readonly MimeMessage _message;

    private PlainHeader(MimeMessage message) => _message = message;

    /// <summary>The parser wants a good line first, and then takes bad ones.</summary>
    public static ReadOnlySpan<byte> FirstLine => "X: x\r\n"u8;

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

    /// <summary>Parses a header block, however bad it is; it may end anywhere.</summary>
    public static async Task<PlainHeader> ReadAsync(Stream header, CancellationToken cancellation)
    {
        using var octets = new MemoryStream();
        octets.Write(FirstLine);
        await header.CopyToAsync(octets, cancellation);
        octets.Write("\r\n\r\n"u8); // where it was cut
        octets.Position = 0;
        var message = await MimeMessage.LoadAsync(octets, cancellation);
        message.Headers.RemoveAt(0);
        return new PlainHeader(message);
    }

    public void Dispose() => _message.Dispose();

    private static bool IsId(string? id) => id is { Length: > 0 and <= LongestId };

    private static string Cut(string subject) =>
        subject.Length <= LongestSubject ? subject : string.Concat(subject.AsSpan(0, char.IsHighSurrogate(subject[LongestSubject - 1]) ? LongestSubject - 1 : LongestSubject), "…");
}
