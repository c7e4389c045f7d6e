namespace Pannier.Mail.Parts;

/// <summary>Recognises signatures and encryption.</summary>
public static class Protections
{
    /// <summary>By the structure; each with the part that holds it, in order.</summary>
    public static IReadOnlyList<(Protection Protection, BodyPart? Part)> Of(BodyPart structure)
    {
        var found = new List<(Protection, BodyPart?)>();
        foreach (var part in Within(structure))
        {
            switch (part.MediaType)
            {
                case "multipart/signed" when part.Children.Any(child => child.MediaType is "application/pkcs7-signature" or "application/x-pkcs7-signature"):
                    found.Add((Protection.SmimeSigned, null));
                    break;
                case "multipart/signed" when part.Children.Any(child => child.MediaType == "application/pgp-signature"):
                    found.Add((Protection.PgpSigned, null));
                    break;
                case "multipart/encrypted" when part.Children.Any(child => child.MediaType == "application/pgp-encrypted"):
                    found.Add((Protection.PgpEncrypted, part.Children.FirstOrDefault(child => child.MediaType != "application/pgp-encrypted" && !child.IsMultipart)));
                    break;
                case "application/pkcs7-mime" or "application/x-pkcs7-mime":
                    found.Add((part.SmimeType is "enveloped-data" or "authenveloped-data" ? Protection.SmimeEncrypted : Protection.SmimeWithin, part));
                    break;
            }
        }

        return [.. found.DistinctBy(one => one.Item1)];
    }

    /// <summary>By a text that is shown; null when it holds no armor.</summary>
    public static Protection? Of(string text) =>
        text.Contains("-----BEGIN PGP MESSAGE-----", StringComparison.Ordinal) ? Protection.PgpEncryptedText
        : text.Contains("-----BEGIN PGP SIGNED MESSAGE-----", StringComparison.Ordinal) ? Protection.PgpSignedText
        : null;

    /// <summary>A forwarded message's protection is its own, not this one's.</summary>
    private static IEnumerable<BodyPart> Within(BodyPart part) => part.IsMultipart ? part.Children.SelectMany(Within).Prepend(part) : [part];
}
