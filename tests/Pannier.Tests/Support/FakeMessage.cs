using MimeKit;
using Pannier.Mail;

namespace Pannier.Tests.Support;

/// <summary>A message of <see cref="FakeMail"/>.</summary>
internal sealed record FakeMessage(MessageKey Key, MailboxRole Role, byte[] Bytes, Keywords Keywords)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Bytes);

    public MessageHead Head()
    {
        using var message = Parse();
        var envelope = new Envelope(
            message.Subject ?? "", List(message.From), List(message.ReplyTo), List(message.To), List(message.Cc), List(message.Bcc),
            message.Date == DateTimeOffset.MinValue ? null : message.Date, message.MessageId, message.InReplyTo);
        var row = new MessageRow(Key.Uid, DateTimeOffset.UnixEpoch, Bytes.Length, Keywords, envelope, AttachmentMark.No, null);
        return new MessageHead(row, [.. message.Headers.Select(header => new HeaderField(header.Field, header.Value))], Structure(message.Body, ""));
    }

    /// <summary>A part's content, decoded.</summary>
    public byte[] Part(string section)
    {
        using var message = Parse();
        var entity = message.Body!;
        foreach (var number in section.Split('.'))
            if (entity is Multipart multipart) entity = multipart[int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) - 1];

        using var content = new MemoryStream();
        ((MimePart)entity).Content!.DecodeTo(content);
        return content.ToArray();
    }

    private static BodyPart Structure(MimeEntity? entity, string section)
    {
        if (entity is Multipart multipart)
            return new BodyPart(section, entity.ContentType.MimeType, null, 0, null, null, Disposition.Unspecified, TextFlow.Fixed, [.. multipart.Select((child, index) => Structure(child, (section.Length == 0 ? "" : section + ".") + $"{index + 1}"))]);
        var part = (MimePart)entity!;
        return new BodyPart(
            section.Length == 0 ? "1" : section, part.ContentType.MimeType, part.ContentType.Charset, part.Content!.Stream!.Length, part.FileName, part.ContentId,
            part.IsAttachment ? Disposition.Attachment : Disposition.Unspecified, part.ContentType.Format == "flowed" ? TextFlow.Flowed : TextFlow.Fixed, []);
    }

    private static List<EmailAddress> List(InternetAddressList list) => [.. list.Mailboxes.Select(one => new EmailAddress(one.Name, one.Address))];

    private MimeMessage Parse() => MimeMessage.Load(new MemoryStream(Bytes));
}
