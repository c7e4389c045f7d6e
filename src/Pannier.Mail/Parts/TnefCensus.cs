using MimeKit.Tnef;

namespace Pannier.Mail.Parts;

/// <summary>Counts what a TNEF stream (MS-OXTNEF) says it holds, before anything is built of it.</summary>
internal static class TnefCensus
{
    private const int MostAttributes = 10_000;
    private const int MostAttachments = 500;

    /// <exception cref="PartFault">There are more than 500 attachments or 10,000 attributes, or it cannot be read.</exception>
    public static void Take(ReadOnlyMemory<byte> octets)
    {
        using var reader = new TnefReader(new MemoryStream(octets.ToArray(), writable: false), 0, TnefComplianceMode.Loose);
        var (attributes, attachments) = (0, 0);
        while (reader.ReadNextAttribute())
        {
            if (reader.AttributeTag == TnefAttributeTag.AttachRenderData) attachments++;
            if (++attributes > MostAttributes || attachments > MostAttachments) throw new PartFault("More attachments than are looked at.");
        }
    }
}
