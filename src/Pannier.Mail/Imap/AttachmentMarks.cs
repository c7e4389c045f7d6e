namespace Pannier.Mail.Imap;

/// <summary>Tells from a message's structure whether it carries files.</summary>
internal static class AttachmentMarks
{
    public static AttachmentMark Of(BodyPart structure) =>
        structure.Walk().Any(part => IsFile(part, structure)) ? AttachmentMark.Yes : AttachmentMark.No;

    private static bool IsFile(BodyPart part, BodyPart top)
    {
        if (part.IsMultipart || IsPaperwork(part.MediaType)) return false;
        if (part.Disposition == Disposition.Attachment) return true;
        if (ReferenceEquals(part, top)) return !IsText(part.MediaType);
        if (part.MediaType == "message/rfc822") return true;

        // Pictures an HTML body shows are named by Content-ID; other named parts are files whatever their disposition says.
        if (part.MediaType.StartsWith("image/", StringComparison.Ordinal)) return part.ContentId is null;
        return part.FileName is not null || !IsText(part.MediaType);
    }

    private static bool IsText(string mediaType) => mediaType.StartsWith("text/", StringComparison.Ordinal);

    /// <summary>Signatures, delivery reports and invitations are shown as what they are, not as files.</summary>
    private static bool IsPaperwork(string mediaType) => mediaType is "application/pkcs7-signature" or "application/x-pkcs7-signature"
        or "application/pgp-signature" or "application/pgp-encrypted" or "message/delivery-status" or "message/disposition-notification"
        or "text/rfc822-headers" or "text/calendar";
}
