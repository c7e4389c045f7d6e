using System.Formats.Asn1;

namespace Pannier.Mail.Parts;

/// <summary>Looks into a CMS message (RFC 5652) as far as to tell its type and take out what was signed. Checks no signature and opens no encryption.</summary>
internal static class CmsContent
{
    private const string Signed = "1.2.840.113549.1.7.2";
    private const string Enveloped = "1.2.840.113549.1.7.3";
    private const string AuthenticatedEnveloped = "1.2.840.113549.1.9.16.1.23";

    // The type's OID stands within the first octets, whatever the length before it.
    private const int HeadOctets = 40;

    /// <summary>What the first octets say it is; null when they are no CMS message.</summary>
    public static ContentKind? KindOf(ReadOnlySpan<byte> octets)
    {
        if (octets.Length < 13 || octets[0] != 0x30) return null;

        var head = octets[..Math.Min(octets.Length, HeadOctets)];
        return Has(head, Signed) ? ContentKind.SignedContent : Has(head, Enveloped) || Has(head, AuthenticatedEnveloped) ? ContentKind.EncryptedContent : null;
    }

    /// <summary>What was signed, unverified; null when it is not within, or the message is broken.</summary>
    public static byte[]? SignedOctets(byte[] octets)
    {
        try
        {
            var message = new AsnReader(octets, AsnEncodingRules.BER).ReadSequence();
            if (message.ReadObjectIdentifier() != Signed) return null;

            var signed = message.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true)).ReadSequence();
            signed.ReadInteger();
            signed.ReadSetOf(skipSortOrderValidation: true);
            var content = signed.ReadSequence();
            content.ReadObjectIdentifier();
            return content.HasData ? content.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true)).ReadOctetString() : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    private static bool Has(ReadOnlySpan<byte> head, string oid)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteObjectIdentifier(oid);
        return head.IndexOf(writer.Encode()) >= 0;
    }
}
