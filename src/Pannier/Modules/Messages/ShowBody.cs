using System.Text;
using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Settings;
using Pannier.Core.Text;
using Pannier.Mail;
using Pannier.Mail.Html;
using Pannier.Mail.Parts;
using Pannier.Mail.Reading;
using Pannier.Mail.Text;
using Pannier.Mail.Tracking;
using Pannier.Modules.Messages.Pictures;

namespace Pannier.Modules.Messages;

/// <summary>Makes one stretch of a body safe to show: HTML sanitised into a view box of its own, text as typed blocks.</summary>
internal sealed class ShowBody(HtmlSanitizer sanitizer, ViewBoxes boxes, WordsOfVisit words, MySettings settings, Detours detours)
{
    private const long MostText = 2 * 1024 * 1024;
    private const long MostImage = 8 * 1024 * 1024;
    private const int MostImages = 50;
    private const int LongestSource = 64 * 1024;

    public async Task<ShownBlock> ShowAsync(IPartSource parts, BodyBlock block, BodyPlan plan, BodyForm preferred, QuoteCare quotes, PictureRound pictures, CancellationToken cancellation)
    {
        if (block.Html is not { } html || (preferred == BodyForm.Plain && block.Plain is not null)) return await TextAsync(parts, block.Plain ?? block.Html!, null, block.Html is not null, pictures.Links, cancellation); // one of the two is there

        var (text, extent) = await ReadAsync(parts, html, cancellation);
        if (extent == CopyExtent.Cut) return await InsteadAsync(parts, block, "messages.html-too-large", pictures.Links, cancellation);

        var images = plan.Inline.Where(image => text.Text.Contains("cid:", StringComparison.OrdinalIgnoreCase) && image.Value.Size <= MostImage * 4 / 3).Take(MostImages).ToDictionary(image => image.Key, image => (Part: image.Value, Ticket: boxes.Reserve()), StringComparer.Ordinal);
        var wishes = pictures.Wishes(images.ToDictionary(image => image.Key, image => image.Value.Ticket.Url, StringComparer.Ordinal)) with { QuoteLabel = quotes == QuoteCare.Fold ? words.Get().Say(Said.Of("messages.quoted.html")) : null, NamesHosts = LinkNames.Named, Detour = detours.To };
        switch (await sanitizer.SanitizeAsync(text.Text, wishes, cancellation))
        {
            case SanitizeResult.Done done:
                pictures.Add(done);
                foreach (var (part, ticket) in images.Values) await FillImageAsync(parts, part, ticket, cancellation);
                var document = Encoding.UTF8.GetBytes(ViewDocument.RenderWithScript(done.Html, ViewTheme.Auto, ViewZoom.Of(settings.Get(MessagesModule.Zoom))));
                return new ShownBlock(boxes.Put("text/html; charset=utf-8", document), [], text.Decoding == Decoding.Damaged ? Said.Of("messages.damaged") : null, HasHtml: true, block.Plain is not null) { StylesLeftOut = done.StylesLeftOut, CutLinks = done.CutLinks, Misleading = done.Misleading, Links = done.Links, Cards = done.Cards, Source = text.Text.Length <= LongestSource ? text.Text : null };
            default:
                return await InsteadAsync(parts, block, "messages.html-refused", pictures.Links, cancellation);
        }
    }

    /// <summary>The text form in place of HTML that is not shown, or the HTML's own text when there is none; the source is a click away.</summary>
    private Task<ShownBlock> InsteadAsync(IPartSource parts, BodyBlock block, string why, LinkCare links, CancellationToken cancellation) =>
        TextAsync(parts, block.Plain ?? block.Html!, Said.Of(why), hasHtml: false, links, cancellation); // called for HTML only

    private async Task<ShownBlock> TextAsync(IPartSource parts, BodyPart part, Said? note, bool hasHtml, LinkCare links, CancellationToken cancellation)
    {
        var (text, extent) = await ReadAsync(parts, part, cancellation);
        var plain = part.MediaType == "text/html" ? HtmlToText.Convert(text.Text) : text.Text;
        var said = note ?? (extent == CopyExtent.Cut ? Said.Of("messages.text-cut") : text.Decoding == Decoding.Damaged ? Said.Of("messages.damaged") : null);
        var cut = new List<CutLink>();
        return new ShownBlock(null, TextLinks.Care(TextBody.Parse(plain, part.Flow), links, cut), said, hasHtml, HasPlain: false) { CutLinks = cut };
    }

    private async Task<(DecodedText Text, CopyExtent Extent)> ReadAsync(IPartSource parts, BodyPart part, CancellationToken cancellation)
    {
        using var octets = new MemoryStream();
        var extent = await parts.CopyAsync(part, octets, MostText, cancellation);
        return (DecodedText.Of(octets.GetBuffer().AsSpan(0, (int)octets.Length), part.Charset), extent);
    }

    /// <summary>Puts an inline image into its box, by its own first bytes; what is no raster image stays out.</summary>
    private async Task FillImageAsync(IPartSource parts, BodyPart part, ViewTicket ticket, CancellationToken cancellation)
    {
        using var octets = new MemoryStream();
        if (await parts.CopyAsync(part, octets, MostImage, cancellation) == CopyExtent.Cut) return;

        var bytes = octets.GetBuffer().AsSpan(0, (int)octets.Length);
        if (RasterImage.TypeOf(bytes) is { } type) boxes.Fill(ticket, type, bytes);
    }
}
