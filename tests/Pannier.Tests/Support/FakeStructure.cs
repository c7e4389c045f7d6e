using MimeKit;
using Pannier.Mail;

namespace Pannier.Tests.Support;

/// <summary>A message's structure as a server would tell it.</summary>
internal static class FakeStructure
{
    /// <param name="section">Of the whole; empty at the top.</param>
    public static BodyPart Of(MimeEntity entity, string section)
    {
        var type = entity.ContentType.MimeType.ToLowerInvariant();
        if (entity is Multipart multipart) return Part(entity, section, type, 0, [.. multipart.Select((child, at) => Of(child, Below(section, at + 1)))]);

        var own = section.Length == 0 ? "1" : section;
        return entity is MessagePart { Message.Body: { } inner }
            ? Part(entity, own, type, 100, [Of(inner, inner is Multipart ? own : own + ".1")])
            : Part(entity, own, type, Encoded(entity).Length, []);
    }

    /// <summary>A part's content, its transfer encoding undone; null when there is no such part.</summary>
    public static byte[]? Content(MimeEntity entity, string section, string at = "")
    {
        if (entity is Multipart multipart)
            return multipart.Select((child, index) => Content(child, section, Below(at, index + 1))).FirstOrDefault(found => found is not null);
        if ((at.Length == 0 ? "1" : at) != section) return entity is MessagePart { Message.Body: { } inner } ? Content(inner, section, inner is Multipart ? at : at + ".1") : null;

        using var octets = new MemoryStream(); // parsed parts have contents
        if (entity is MessagePart message) message.Message!.WriteTo(octets, TestContext.Current.CancellationToken);
        else ((MimePart)entity).Content!.DecodeTo(octets, TestContext.Current.CancellationToken);
        return octets.ToArray();
    }

    private static BodyPart Part(MimeEntity entity, string section, string type, long size, IReadOnlyList<BodyPart> children) => new(
        section,
        type,
        entity.ContentType.Charset,
        size,
        entity.ContentDisposition?.FileName ?? entity.ContentType.Name,
        entity.ContentId,
        entity.ContentDisposition is null ? Disposition.Unspecified : entity.IsAttachment ? Disposition.Attachment : Disposition.Inline,
        entity.ContentType.Parameters["format"] != "flowed" ? TextFlow.Fixed : entity.ContentType.Parameters["delsp"] == "yes" ? TextFlow.FlowedDelSp : TextFlow.Flowed,
        children)
    {
        SmimeType = entity.ContentType.Parameters["smime-type"],
    };

    private static byte[] Encoded(MimeEntity entity)
    {
        using var octets = new MemoryStream();
        ((MimePart)entity).Content!.WriteTo(octets, TestContext.Current.CancellationToken);
        return octets.ToArray();
    }

    private static string Below(string section, int number) => section.Length == 0 ? $"{number}" : $"{section}.{number}";
}
