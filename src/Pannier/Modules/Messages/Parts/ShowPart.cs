using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Text;
using Pannier.Mail;
using Pannier.Mail.Parts;
using Pannier.Mail.Text;
using Pannier.Modules.Lists;

namespace Pannier.Modules.Messages.Parts;

/// <summary>Shows a part: first what it is by its own octets, then as much as can be shown safely.</summary>
internal sealed class ShowPart(IMyMail mail, MessageParts parts, PreviewPart preview) : IHandler<PartInput, PartPage>
{
    public async Task<Outcome<PartPage>> HandleAsync(PartInput input, CancellationToken cancellation)
    {
        if (await mail.OpenAsync(input.Key, cancellation) is not { } message) return Refusal.NotFound("messages.gone");
        if (await parts.FindAsync(message, input.Section, cancellation) is not { } found) return Refusal.NotFound("messages.no-part");

        try
        {
            return await PageAsync(input.Key, input.List, found, cancellation);
        }
        catch (PartFault)
        {
            return Refusal.Invalid("parts.entry-broken");
        }
    }

    private async Task<PartPage> PageAsync(MessageKey key, ListSpec? list, FoundPart found, CancellationToken cancellation)
    {
        var (octets, extent) = await found.ReadAsync(ContentSniffer.Wanted, cancellation);
        var kind = ContentSniffer.Of(octets);
        if (extent == CopyExtent.Cut && PreviewPart.WantsAll(found.Part, kind))
        {
            (octets, extent) = await found.ReadAsync(PartBoxes.MostOctets, cancellation);
            kind = ContentSniffer.Of(octets);
        }

        var seen = await preview.ShowAsync(key, list, found, octets, extent, kind, cancellation);
        if (seen.Shown is PartShown.Listed && kind == ContentKind.Zip && seen.IsUnderPassword) kind = ContentKind.EncryptedZip;

        var at = found.Beside.ToList().FindIndex(one => one.Section == found.Part.Section);
        return new PartPage(
            UntrustedText.Show(found.Name),
            UntrustedText.Show(found.Part.MediaType),
            Sizes.Show(extent == CopyExtent.Whole ? octets.Length : found.Source is Archive ? found.Part.Size : found.Part.ContentSize),
            seen.Shown is PartShown.Message && kind == ContentKind.Text ? Said.Of("parts.kind.message") : Said.Of("parts.kind." + Choice.Name(kind)),
            Attachments.Say(PartWarnings.Of(found.Part.FileName, found.Part.MediaType, kind)),
            seen.Shown,
            seen.Note,
            PartUrls.File(key, found.Path),
            found.Path.Above is { } above ? PartUrls.Show(key, above, list) : MessageUrl.Of(key, list),
            Said.Of(found.Path.Above is null ? "messages.back-to-message" : "parts.up"),
            at > 0 ? PartUrls.Show(key, Beside(found, at - 1), list) : null,
            at >= 0 && at + 1 < found.Beside.Count ? PartUrls.Show(key, Beside(found, at + 1), list) : null);
    }

    private static PartPath Beside(FoundPart found, int at) =>
        found.Path.Above is { } above ? above.Down(found.Beside[at].Section) : PartPath.Of(found.Beside[at].Section);
}
