using System.Text;

using MimeKit;
using MimeKit.Utils;

using Pannier.Demo.Imap;

namespace Pannier.Demo.Store;

/// <summary>BODY and BODYSTRUCTURE of RFC 3501 §7.4.2.</summary>
internal static class BodyStructureWriter
{
    private enum Extent
    {
        Basic,
        Extended,
    }

    public static byte[] Body(MimeEntity? entity, PartSpan span) => Made(entity, span, Extent.Basic);

    public static byte[] BodyStructure(MimeEntity? entity, PartSpan span) => Made(entity, span, Extent.Extended);

    private static byte[] Made(MimeEntity? entity, PartSpan span, Extent extent)
    {
        var writer = new ImapWriter();
        Write(writer, entity ?? new TextPart("plain"), span, extent);
        return writer.ToArray();
    }

    private static void Write(ImapWriter writer, MimeEntity entity, PartSpan span, Extent extent)
    {
        writer.Raw("(");
        // A multipart without parts can't be said in BODYSTRUCTURE, so it is shown as the text it is.
        if (entity is Multipart multipart && span.Children.Count > 0)
            WriteMultipart(writer, multipart, span, extent);
        else
            WriteSingle(writer, entity, span, extent);
        writer.Raw(")");
    }

    private static void WriteMultipart(ImapWriter writer, Multipart multipart, PartSpan span, Extent extent)
    {
        for (var index = 0; index < span.Children.Count; index++)
            Write(writer, multipart[index], span.Children[index], extent);
        writer.Raw(" ").Text(multipart.ContentType.MediaSubtype);
        if (extent == Extent.Basic)
            return;
        writer.Raw(" ");
        Parameters(writer, multipart.ContentType.Parameters);
        Disposition(writer, multipart.ContentDisposition);
        writer.Raw(" NIL ").Text(multipart.ContentLocation?.OriginalString);
    }

    private static void WriteSingle(ImapWriter writer, MimeEntity entity, PartSpan span, Extent extent)
    {
        // Only a message in full has an envelope here; a part of one, or a reference to one elsewhere, is a body like any other.
        var message = entity is MessagePart && span.Message is not null && (entity.ContentType.IsMimeType("message", "rfc822") || entity.ContentType.IsMimeType("message", "global"));
        var type = entity is Multipart or MessagePart { Message: null } ? new ContentType("text", "plain") : entity.ContentType;
        writer.Text(type.MediaType).Raw(" ").Text(type.MediaSubtype).Raw(" ");
        Parameters(writer, type.Parameters);
        writer.Raw(" ").Text(entity.ContentId is { } id ? $"<{id}>" : null);
        writer.Raw(" ").Text(entity.Headers[HeaderId.ContentDescription]);
        writer.Raw(" ").Text(entity.Headers[HeaderId.ContentTransferEncoding]?.Trim() ?? "7bit");
        writer.Raw(" ").Number(span.Octets);
        if (message)
        {
            var inner = ((MessagePart)entity).Message!; // span.Message is only there when the parser gave a message
            writer.Raw(" ").Raw(EnvelopeWriter.Write(inner)).Raw(" ");
            Write(writer, inner.Body ?? new TextPart("plain"), span.Message!, extent);
            writer.Raw(" ").Number(span.Lines);
        }
        else if (type.IsMimeType("text", "*"))
        {
            writer.Raw(" ").Number(span.Lines);
        }

        if (extent == Extent.Basic)
            return;
        writer.Raw(" ").Text((entity as MimePart)?.ContentMd5);
        Disposition(writer, entity.ContentDisposition);
        writer.Raw(" NIL ").Text(entity.ContentLocation?.OriginalString);
    }

    private static void Disposition(ImapWriter writer, ContentDisposition? disposition)
    {
        if (disposition is null)
        {
            writer.Raw(" NIL");
            return;
        }

        writer.Raw(" (").Text(disposition.Disposition).Raw(" ");
        Parameters(writer, disposition.Parameters);
        writer.Raw(")");
    }

    private static void Parameters(ImapWriter writer, ParameterList parameters)
    {
        if (parameters.Count == 0)
        {
            writer.Raw("NIL");
            return;
        }

        var separator = "(";
        foreach (var parameter in parameters)
        {
            writer.Raw(separator).Text(parameter.Name).Raw(" ");
            separator = " ";
            if (Ascii.IsValid(parameter.Value))
                writer.Text(parameter.Value);
            else
                writer.Text(Rfc2047.EncodeText(Encoding.UTF8, parameter.Value).Where(each => each is not ((byte)'\r' or (byte)'\n')).ToArray());
        }

        writer.Raw(")");
    }
}
