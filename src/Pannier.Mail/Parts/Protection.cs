namespace Pannier.Mail.Parts;

/// <summary>What a message's form says its sender has done to protect it. Recognised by structure alone, and verified by nobody.</summary>
public enum Protection
{
    /// <summary>multipart/signed with S/MIME (RFC 8551).</summary>
    SmimeSigned,

    /// <summary>Signed in one piece: the text is within the part (RFC 8551 §3.5.2).</summary>
    SmimeWithin,

    /// <summary>Enveloped (RFC 8551 §3.3).</summary>
    SmimeEncrypted,

    /// <summary>multipart/signed with OpenPGP (RFC 3156 §5).</summary>
    PgpSigned,

    /// <summary>multipart/encrypted (RFC 3156 §4).</summary>
    PgpEncrypted,

    /// <summary>An armored, signed text within the text.</summary>
    PgpSignedText,

    /// <summary>An armored, encrypted message within the text.</summary>
    PgpEncryptedText,
}
