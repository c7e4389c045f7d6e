using System.Globalization;
using MimeKit;

namespace Pannier.Mail.Imap;

/// <summary>BODYSTRUCTURE as MailKit reads it, made ours.</summary>
internal static class ImapStructure
{
    /// <summary>Deeper nesting is left out: nobody reads it, and a hostile structure must not cost the stack.</summary>
    private const int Deepest = 50;

    private const string Text = ".TEXT";

    public static BodyPart Read(MailKit.BodyPart part) => Read(part, part is MailKit.BodyPartMultipart ? "" : "1", 0);

    /// <param name="section">Counted here: MailKit gives a forwarded message and its only part the same number.</param>
    private static BodyPart Read(MailKit.BodyPart part, string section, int depth) => part switch
    {
        MailKit.BodyPartMultipart many => new(
            section, Media(many.ContentType), null, 0, null, null, Disposition.Unspecified, TextFlow.Fixed,
            depth >= Deepest ? [] : [.. many.BodyParts.Select((child, at) => Read(child, Below(section, at + 1), depth + 1))]),
        MailKit.BodyPartBasic one => Leaf(one, section, depth),
        _ => new(section, "application/octet-stream", null, 0, null, null, Disposition.Unspecified, TextFlow.Fixed, []),
    };

    private static BodyPart Leaf(MailKit.BodyPartBasic one, string section, int depth) => new(
        section,
        Media(one.ContentType),
        Parameter(one, "charset"),
        one.Octets,
        one.FileName is { Length: > 0 } name ? name : null,
        one.ContentId is { Length: > 0 } id ? id.Trim().TrimStart('<').TrimEnd('>') : null,
        Read(one.ContentDisposition),
        Flow(one),
        one is MailKit.BodyPartMessage { Body: { } body } && depth < Deepest ? [Inner(body, section, depth + 1)] : [])
    {
        Encoding = (one.ContentTransferEncoding ?? "").Trim().ToLowerInvariant(),
        SmimeType = Parameter(one, "smime-type")?.ToLowerInvariant(),
    };

    /// <summary>A forwarded message's multipart is its TEXT, and its parts count on from the message's own number.</summary>
    private static BodyPart Inner(MailKit.BodyPart body, string message, int depth) =>
        Read(body, message + (body is MailKit.BodyPartMultipart ? Text : ".1"), depth);

    private static string Below(string section, int number)
    {
        var above = section.EndsWith(Text, StringComparison.Ordinal) ? section[..^Text.Length] : section;
        return above.Length == 0 ? number.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{above}.{number}");
    }

    private static string Media(ContentType? type) => type is null ? "application/octet-stream" : type.MimeType.ToLower(CultureInfo.InvariantCulture);

    private static string? Parameter(MailKit.BodyPartBasic part, string name) =>
        part.ContentType?.Parameters[name] is { Length: > 0 } value ? value.Trim() : null;

    private static Disposition Read(ContentDisposition? disposition) => disposition?.Disposition.ToLowerInvariant() switch
    {
        null => Disposition.Unspecified,
        "inline" => Disposition.Inline,
        _ => Disposition.Attachment, // RFC 2183 §2.8: an unknown type is an attachment
    };

    private static TextFlow Flow(MailKit.BodyPartBasic part) =>
        !"flowed".Equals(Parameter(part, "format"), StringComparison.OrdinalIgnoreCase) ? TextFlow.Fixed
        : "yes".Equals(Parameter(part, "delsp"), StringComparison.OrdinalIgnoreCase) ? TextFlow.FlowedDelSp
        : TextFlow.Flowed;
}
