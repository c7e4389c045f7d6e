using Pannier.Mail.Text;

namespace Pannier.Mail.Parts;

/// <summary>Opens whatever holds other parts.</summary>
public static class PartBoxes
{
    /// <summary>The largest part that is looked into, in octets.</summary>
    public const long MostOctets = 32L * 1024 * 1024;

    /// <summary>Whether a part may hold others, by what it turned out to be and is declared as.</summary>
    public static bool Holds(BodyPart part, ContentKind kind) =>
        kind is ContentKind.Zip or ContentKind.EncryptedZip or ContentKind.ProgramArchive or ContentKind.Tar or ContentKind.Gzip or ContentKind.Tnef or ContentKind.SignedContent || IsMessage(part, kind);

    /// <summary>A message by its declared type, or a text file named as one.</summary>
    public static bool IsMessage(BodyPart part, ContentKind kind) =>
        part.MediaType is "message/rfc822" or "message/global"
        || (kind is ContentKind.Text && FileName.Safe(part.FileName).Value.EndsWith(".eml", StringComparison.OrdinalIgnoreCase));

    /// <summary>Opens a part; null when it holds no others or cannot be read.</summary>
    /// <param name="octets">All of it.</param>
    public static IPartBox? Open(BodyPart part, byte[] octets)
    {
        var kind = ContentSniffer.Of(octets);
        try
        {
            return IsMessage(part, kind) ? InnerMessage.Forwarded(octets)
                : kind == ContentKind.Tnef ? InnerMessage.Packed(octets)
                : kind == ContentKind.SignedContent ? InnerMessage.SignedWithin(octets)
                : Holds(part, kind) ? Archive.Read(octets, kind)
                : null;
        }
        catch (PartFault)
        {
            return null; // said as "cannot be looked into": the file itself stays to be downloaded
        }
    }
}
