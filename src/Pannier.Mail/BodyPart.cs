namespace Pannier.Mail;

/// <summary>One node of a message's structure (RFC 9051 §7.5.2, BODYSTRUCTURE).</summary>
/// <param name="Section">The part specifier, as in <c>1.2</c>; <c>1</c> for the body of a message that has one part; empty for a top multipart, <c>2.TEXT</c> for that of a forwarded message.</param>
/// <param name="MediaType">Lower case, as in <c>text/html</c>.</param>
/// <param name="Charset">As declared; null when not.</param>
/// <param name="Size">Octets as encoded; 0 for a multipart.</param>
/// <param name="FileName">Decoded (RFC 2231, RFC 2047) and untrusted; null when none was given.</param>
/// <param name="ContentId">Without angle brackets; null when none.</param>
/// <param name="Children">Of a multipart or message/rfc822; else empty.</param>
public sealed record BodyPart(
    string Section,
    string MediaType,
    string? Charset,
    long Size,
    string? FileName,
    string? ContentId,
    Disposition Disposition,
    TextFlow Flow,
    IReadOnlyList<BodyPart> Children)
{
    /// <summary>The transfer encoding as declared, lower case, as in <c>base64</c>; null when not known, and a store then asks for it.</summary>
    public string? Encoding { get; init; }

    /// <summary>The <c>smime-type</c> of an S/MIME part (RFC 8551 §3.2.2), lower case; null when none was given.</summary>
    public string? SmimeType { get; init; }

    /// <summary>About how many octets it has once decoded; base64 is taken where the encoding is not known.</summary>
    public long ContentSize => Encoding is null or "base64" ? Size * 3 / 4 : Size;

    public bool IsMultipart => MediaType.StartsWith("multipart/", StringComparison.Ordinal);

    /// <summary>This node and all below it, in order.</summary>
    public IEnumerable<BodyPart> Walk()
    {
        yield return this;
        foreach (var child in Children)
            foreach (var below in child.Walk())
                yield return below;
    }
}
