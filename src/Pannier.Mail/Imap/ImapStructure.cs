using System.Globalization;
using MimeKit;

namespace Pannier.Mail.Imap;

/// <summary>BODYSTRUCTURE as MailKit reads it, made ours.</summary>
internal static class ImapStructure
{
    /// <summary>Deeper nesting is left out: nobody reads it, and a hostile structure must not cost the stack.</summary>
    private const int Deepest = 50;

    public static BodyPart Read(MailKit.BodyPart part) => Read(part, 0);

    private static BodyPart Read(MailKit.BodyPart part, int depth) => part switch
    {
        MailKit.BodyPartMultipart many => new(
            Section(many.PartSpecifier, top: true), Media(many.ContentType), null, 0, null, null, Disposition.Unspecified, TextFlow.Fixed,
            depth >= Deepest ? [] : [.. many.BodyParts.Select(child => Read(child, depth + 1))]),
        MailKit.BodyPartBasic one => Leaf(one, depth),
        _ => new("", "application/octet-stream", null, 0, null, null, Disposition.Unspecified, TextFlow.Fixed, []),
    };

    private static BodyPart Leaf(MailKit.BodyPartBasic one, int depth) => new(
        Section(one.PartSpecifier, top: false),
        Media(one.ContentType),
        Parameter(one, "charset"),
        one.Octets,
        one.FileName is { Length: > 0 } name ? name : null,
        one.ContentId is { Length: > 0 } id ? id.Trim().TrimStart('<').TrimEnd('>') : null,
        Read(one.ContentDisposition),
        Flow(one),
        one is MailKit.BodyPartMessage { Body: { } body } && depth < Deepest ? [Read(body, depth + 1)] : [])
    {
        Encoding = (one.ContentTransferEncoding ?? "").Trim().ToLowerInvariant(),
    };

    private static string Section(string specifier, bool top) => specifier.Length == 0 && !top ? "1" : specifier;

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
