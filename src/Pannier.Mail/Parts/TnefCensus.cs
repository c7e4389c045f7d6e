using MimeKit.Tnef;

namespace Pannier.Mail.Parts;

/// <summary>Counts what a TNEF stream (MS-OXTNEF) says it holds, before anything is built of it.</summary>
internal static class TnefCensus
{
    private const int MostAttributes = 10_000;
    private const int MostAttachments = 500;
    private const int MostProperties = 10_000;

    /// <summary>Compressed rich text grows to nine times its octets at most; whoever reads it for us does not stop.</summary>
    private const int MostRichText = 4 * 1024 * 1024;

    /// <exception cref="PartFault">There are more than 500 attachments, 10,000 attributes or properties, or 4 MiB of compressed text.</exception>
    public static void Take(byte[] octets)
    {
        using var reader = new TnefReader(new MemoryStream(octets, writable: false), 0, TnefComplianceMode.Loose);
        var (attributes, attachments) = (0, 0);
        while (reader.ReadNextAttribute())
        {
            if (reader.AttributeTag == TnefAttributeTag.AttachRenderData) attachments++;
            if (++attributes > MostAttributes || attachments > MostAttachments) throw new PartFault("More attachments than are looked at.");
            if (reader.AttributeTag == TnefAttributeTag.MapiProperties) TakeProperties(reader.TnefPropertyReader);
        }
    }

    /// <summary>Counted: what is claimed is only that.</summary>
    private static long LengthOf(TnefPropertyReader property)
    {
        using var value = property.GetRawValueReadStream();
        var (length, buffer) = (0L, new byte[16 * 1024]);
        while (value.Read(buffer, 0, buffer.Length) is > 0 and var read) length += read;
        return length;
    }

    private static void TakeProperties(TnefPropertyReader properties)
    {
        for (var count = 0; properties.ReadNextProperty(); count++)
        {
            if (count > MostProperties) throw new PartFault("More properties than are looked at.");
            if (properties.PropertyTag.Id == TnefPropertyId.RtfCompressed && LengthOf(properties) > MostRichText) throw new PartFault("A text that would swell.");
        }
    }
}
