using Pannier.Mail;

namespace Pannier.Modules.Messages.Parts;

/// <summary>What a part is called where its sender gave it no name.</summary>
internal static class PartNames
{
    /// <summary>Untrusted.</summary>
    public static string Of(BodyPart part) => part.FileName ?? part.MediaType switch
    {
        "message/rfc822" or "message/global" => "message.eml",
        "application/pgp-signature" => "signature.asc",
        "application/pgp-encrypted" => "version.txt",
        "application/pkcs7-signature" or "application/x-pkcs7-signature" => "smime.p7s",
        "application/pkcs7-mime" or "application/x-pkcs7-mime" => "smime.p7m",
        "application/ms-tnef" or "application/vnd.ms-tnef" => "winmail.dat",
        _ => "part-" + part.Section,
    };
}
