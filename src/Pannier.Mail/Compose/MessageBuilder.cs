using System.Security.Cryptography;
using System.Text;
using MimeKit;
using Pannier.Mail.Text;

namespace Pannier.Mail.Compose;

/// <summary>Writes a draft as a message (RFC 5322, MIME): the same draft in the same form is the same bytes, however often it is written.</summary>
public static class MessageBuilder
{
    /// <summary>
    /// Writes the message with CRLF line ends, every line within 998 octets. It is ASCII throughout, but for addresses whose
    /// local part is not (RFC 6532) and for forwarded messages that hold 8-bit text (RFC 6152).
    /// </summary>
    /// <exception cref="IOException">An attachment could not be read; what was written is of no use.</exception>
    public static async Task WriteAsync(Draft draft, MessageForm form, Stream to, CancellationToken cancellation)
    {
        using var message = await BuildAsync(draft, form, cancellation);
        await message.WriteToAsync(Format(draft, form), to, cancellation);
    }

    private static async Task<MimeMessage> BuildAsync(Draft draft, MessageForm form, CancellationToken cancellation)
    {
        var message = new MimeMessage();
        message.Headers.Clear();
        message.Date = draft.Date;
        Add(message.From, [draft.From]);
        Add(message.ReplyTo, draft.ReplyTo);
        Add(message.To, draft.To);
        Add(message.Cc, draft.Cc);
        if (form != MessageForm.ForSubmission) Add(message.Bcc, draft.Bcc);
        message.Subject = draft.Subject.Value;
        message.Headers.Add("Message-ID", draft.Id.ToString());
        if (draft.InReplyTo is { } parent) message.Headers.Add(HeaderId.InReplyTo, parent.ToString());
        if (draft.References.Count > 0) message.Headers.Add(HeaderId.References, string.Join(' ', draft.References));
        message.Headers.Add(HeaderId.MimeVersion, "1.0");
        message.Body = await BodyAsync(draft, form, cancellation);
        return message;
    }

    private static void Add(InternetAddressList list, IReadOnlyList<EmailAddress> addresses) =>
        list.AddRange(addresses.Select(address => WireAddress.Of(address.Name, Draft.Spec(address))));

    private static FormatOptions Format(Draft draft, MessageForm form)
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        format.International = draft.To.Concat(draft.Cc).Concat(draft.ReplyTo).Append(draft.From)
            .Concat(form == MessageForm.ForSubmission ? [] : draft.Bcc)
            .Any(address => Draft.Spec(address).IsInternational);
        return format;
    }

    private static async Task<MimeEntity> BodyAsync(Draft draft, MessageForm form, CancellationToken cancellation)
    {
        var text = Text(draft.Text, form);
        if (draft.Attachments.Count == 0) return text;

        var body = new Multipart("mixed") { Boundary = Boundary(draft.Id) };
        body.Add(text);
        foreach (var attachment in draft.Attachments) body.Add(await PartAsync(attachment, cancellation));
        return body;
    }

    // Random would make two writings of one message differ, and a copy could not be told from another message.
    private static string Boundary(MessageId id) =>
        "=_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes("boundary " + id.Value)).AsSpan(0, 16));

    private static MimePart Text(string text, MessageForm form)
    {
        // Flowed text drops blanks before line ends, which a reader does not miss and a writer may. The last line end ends the part.
        var lines = form == MessageForm.ForDrafts ? text.ReplaceLineEndings("\r\n") + "\r\n" : FlowedText.Write(text);
        var bytes = Encoding.UTF8.GetBytes(lines);
        var part = new MimePart("text", "plain") { ContentTransferEncoding = TextEncoding(bytes), Content = new MimeContent(new MemoryStream(bytes)) };
        part.ContentType.Charset = "utf-8";
        if (form != MessageForm.ForDrafts) part.ContentType.Parameters.Add("format", "flowed");
        return part;
    }

    private static ContentEncoding TextEncoding(byte[] bytes)
    {
        var traits = ContentTraits.Of(bytes);
        if (!traits.HasEightBit && traits.KeepsLineRules) return ContentEncoding.SevenBit;

        // Quoted-printable trebles an octet, base64 adds a third to all: they meet at one octet in six.
        return bytes.Count(octet => octet >= 0x80) * 6 > bytes.Length ? ContentEncoding.Base64 : ContentEncoding.QuotedPrintable;
    }

    private static async Task<MimePart> PartAsync(DraftAttachment attachment, CancellationToken cancellation)
    {
        var encoding = attachment.Type == MediaType.Message ? await MessageEncodingAsync(attachment, cancellation) : ContentEncoding.Base64;

        // A message may not be encoded (RFC 2046 §5.2.1); one that cannot travel as it stands goes as a file.
        var type = attachment.Type == MediaType.Message && encoding == ContentEncoding.Base64 ? MediaType.Unknown : attachment.Type;
        return new MimePart(type.Type, type.Subtype)
        {
            ContentDisposition = new MimeKit.ContentDisposition(MimeKit.ContentDisposition.Attachment),
            FileName = attachment.Name.Value,
            ContentTransferEncoding = encoding,
            Content = new ProvidedContent(attachment),
        };
    }

    private static async Task<ContentEncoding> MessageEncodingAsync(DraftAttachment attachment, CancellationToken cancellation)
    {
        await using var content = await attachment.OpenAsync(cancellation);
        var traits = await ContentTraits.ReadAsync(content, cancellation);
        if (!traits.KeepsLineRules) return ContentEncoding.Base64;
        return traits.HasEightBit ? ContentEncoding.EightBit : ContentEncoding.SevenBit;
    }
}
