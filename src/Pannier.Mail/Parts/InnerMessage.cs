using System.Globalization;
using MimeKit;
using MimeKit.Tnef;
using Pannier.Mail.Imap;

namespace Pannier.Mail.Parts;

/// <summary>A message within a message: forwarded, packed by Outlook (TNEF), or signed in one piece (S/MIME). Read in memory; nothing is verified.</summary>
public sealed class InnerMessage : IPartBox
{
    private readonly List<MimeEntity> _entities = [];
    private readonly MimeMessage _message;

    private InnerMessage(MimeMessage message)
    {
        _message = message;
        Structure = message.Body is { } body ? Describe(body) : new("", "multipart/mixed", null, 0, null, null, Disposition.Unspecified, TextFlow.Fixed, []);
        Pieces = [.. Structure.Walk().Where(part => !part.IsMultipart)];
    }

    /// <summary>Its head. Untrusted; null where it has none of its own, as in signed content.</summary>
    public Envelope? Envelope => _message.From.Count == 0 && _message.To.Count == 0 && string.IsNullOrEmpty(_message.Subject) ? null : new(
        _message.Subject ?? "",
        People(_message.From),
        People(_message.ReplyTo),
        People(_message.To),
        People(_message.Cc),
        People(_message.Bcc),
        _message.Headers.Contains(HeaderId.Date) && _message.Date != DateTimeOffset.MinValue ? _message.Date : null,
        _message.MessageId,
        _message.InReplyTo);

    /// <summary>Its parts; a message within it is a part that is opened in its turn.</summary>
    public BodyPart Structure { get; }

    public IReadOnlyList<BodyPart> Pieces { get; }

    /// <summary>Opens a forwarded message's source.</summary>
    /// <exception cref="PartFault">It is no message, or holds more than is looked at.</exception>
    public static InnerMessage Forwarded(byte[] octets)
    {
        try
        {
            MessageCensus.Take(octets);
            return new InnerMessage(MimeMessage.Load(MessageCensus.Limits, new MemoryStream(octets, writable: false), CancellationToken.None));
        }
        catch (FormatException broken)
        {
            throw new PartFault("No message.", broken);
        }
    }

    /// <summary>Opens what Outlook packed (TNEF): the text forms and the files in it.</summary>
    /// <exception cref="PartFault">It is damaged, or holds more than is looked at.</exception>
    public static InnerMessage Packed(byte[] octets)
    {
        try
        {
            TnefCensus.Take(octets);
            using var part = new TnefPart { Content = new MimeContent(new MemoryStream(octets, writable: false)) };
            return new InnerMessage(part.ConvertToMessage());
        }
        catch (Exception broken) when (broken is FormatException or ArgumentException or InvalidOperationException or IOException or NotSupportedException or OverflowException or IndexOutOfRangeException or InvalidCastException)
        {
            throw new PartFault("Damaged within.", broken); // the library says in many ways that octets make no sense
        }
    }

    /// <summary>Opens what was signed in one piece (S/MIME), without checking who signed it.</summary>
    /// <exception cref="PartFault">The content is not within, or damaged.</exception>
    public static InnerMessage SignedWithin(byte[] octets) =>
        Forwarded(CmsContent.SignedOctets(octets) ?? throw new PartFault("Nothing is within."));

    public async Task<CopyExtent> CopyAsync(BodyPart part, Stream to, long atMost, CancellationToken cancellation)
    {
        if (!int.TryParse(part.Section, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > _entities.Count) throw new PartFault("There is no such part.");

        await using var capped = new CappedStream(to, atMost);
        switch (_entities[number - 1])
        {
            case MessagePart { Message: { } message }:
                await message.WriteToAsync(capped, cancellation);
                break;
            case MimePart { Content: { } content }:
                await content.DecodeToAsync(capped, cancellation);
                break;
        }

        return capped.IsCut ? CopyExtent.Cut : CopyExtent.Whole;
    }

    private BodyPart Describe(MimeEntity entity)
    {
        if (entity is Multipart multipart) return new("", Media(entity), null, 0, null, null, Disposition.Unspecified, TextFlow.Fixed, [.. multipart.Select(Describe)]);

        _entities.Add(entity);
        return Leaf(Media(entity)) with
        {
            Section = _entities.Count.ToString(CultureInfo.InvariantCulture),
            Charset = entity.ContentType.Charset is { Length: > 0 } charset ? charset : null,
            Size = entity is MimePart { Content.Stream: { } stream } ? stream.Length : 0,
            FileName = Name(entity),
            ContentId = entity.ContentId is { Length: > 0 } id ? id.Trim().TrimStart('<').TrimEnd('>') : null,
            Disposition = entity.ContentDisposition is null ? Disposition.Unspecified : entity.ContentDisposition.Disposition.Equals("inline", StringComparison.OrdinalIgnoreCase) ? Disposition.Inline : Disposition.Attachment,
            Flow = !"flowed".Equals(entity.ContentType.Parameters["format"], StringComparison.OrdinalIgnoreCase) ? TextFlow.Fixed : "yes".Equals(entity.ContentType.Parameters["delsp"], StringComparison.OrdinalIgnoreCase) ? TextFlow.FlowedDelSp : TextFlow.Flowed,
            SmimeType = entity.ContentType.Parameters["smime-type"]?.ToLowerInvariant(),
        };
    }

    private static BodyPart Leaf(string mediaType) => new("1", mediaType, null, 0, null, null, Disposition.Unspecified, TextFlow.Fixed, []);

    private static string? Name(MimeEntity entity) =>
        (entity.ContentDisposition?.FileName ?? entity.ContentType.Name) is { Length: > 0 } name ? name
        : entity is MessagePart { Message.Subject: { Length: > 0 } subject } ? subject + ".eml"
        : null;

    private static string Media(MimeEntity entity) => entity.ContentType.MimeType.ToLowerInvariant();

    private static List<EmailAddress> People(InternetAddressList list) => [.. list.Mailboxes.Select(one => new EmailAddress(string.IsNullOrEmpty(one.Name) ? null : one.Name, one.Address ?? ""))];
}
