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
using Pannier.Modules.Lists;
using Pannier.Modules.Messages.Pictures;

namespace Pannier.Modules.Messages.Parts;

/// <summary>Makes what can be shown of a part, by what it turned out to be and never by what it is called.</summary>
internal sealed class PreviewPart(MySettings settings, ShowBody bodies, ShowInner inner, HtmlSanitizer sanitizer, ViewBoxes boxes)
{
    private const int MostText = 1024 * 1024;
    private const long MostPdf = 32L * 1024 * 1024;

    /// <summary>Whether its first octets are not enough: to be shown, listed, or searched for macros.</summary>
    public static bool WantsAll(BodyPart part, ContentKind kind) =>
        kind is ContentKind.Image or ContentKind.Pdf or ContentKind.OfficeFile or ContentKind.OldOfficeFile or ContentKind.WebPage || IsText(kind) || PartBoxes.Holds(part, kind);

    public async Task<SeenPart> ShowAsync(MessageKey key, ListSpec? list, FoundPart found, byte[] octets, CopyExtent extent, ContentKind kind, CancellationToken cancellation)
    {
        if (PartBoxes.Holds(found.Part, kind)) return await WithinAsync(key, list, found, octets, extent, cancellation);
        if (kind is ContentKind.Image && extent == CopyExtent.Whole) return await PictureAsync(octets, cancellation);
        if (kind is ContentKind.Pdf && extent == CopyExtent.Whole && octets.Length <= MostPdf) return new SeenPart(new PartShown.Pdf(boxes.Put("application/pdf", octets)), Said.Of("parts.pdf-note"));
        if (kind is ContentKind.WebPage) return await WebPageAsync(found, octets, extent, cancellation);
        if (IsText(kind)) return Text(found.Part, octets, extent);

        return new SeenPart(new PartShown.Nothing(Said.Of(kind switch
        {
            ContentKind.Image or ContentKind.Pdf => "parts.none.large",
            ContentKind.Audio or ContentKind.Video => "parts.none.sound",
            ContentKind.EncryptedContent => "parts.none.encrypted",
            ContentKind.Rar or ContentKind.SevenZip or ContentKind.Packed => "parts.none.packed",
            ContentKind.Empty => "parts.none.empty",
            _ => "parts.none.kind",
        })), null);
    }

    private static bool IsText(ContentKind kind) => kind is ContentKind.Text or ContentKind.PgpArmor or ContentKind.Script or ContentKind.Svg or ContentKind.Rtf;

    private async Task<SeenPart> WithinAsync(MessageKey key, ListSpec? list, FoundPart found, byte[] octets, CopyExtent extent, CancellationToken cancellation)
    {
        if (extent == CopyExtent.Cut) return new SeenPart(new PartShown.Nothing(Said.Of("parts.none.large")), null);
        if (!found.Path.CanGoDown) return new SeenPart(new PartShown.Nothing(Said.Of("parts.none.deep")), null);

        return PartBoxes.Open(found.Part, octets) switch
        {
            InnerMessage message => new SeenPart(new PartShown.Message(await inner.ShowAsync(key, found.Path, list, message, cancellation)), null),
            Archive archive => new SeenPart(new PartShown.Listed(Lines(key, found.Path, list, archive), archive.End), EndOf(archive)) { IsUnderPassword = archive.Entries.Any(entry => entry.Marks.HasFlag(EntryMark.Encrypted)) },
            _ => new SeenPart(new PartShown.Nothing(Said.Of("parts.none.broken")), null),
        };
    }

    /// <summary>A picture as the one thing in a sanitised document: the page itself may not show what another host serves.</summary>
    private async Task<SeenPart> PictureAsync(byte[] octets, CancellationToken cancellation)
    {
        if (RasterImage.TypeOf(octets) is not { } type) return new SeenPart(new PartShown.Nothing(Said.Of("parts.none.kind")), null);

        var picture = new Dictionary<string, string>(StringComparer.Ordinal) { ["picture"] = boxes.Put(type, octets) };
        return await sanitizer.SanitizeAsync("<p><img src=\"cid:picture\" alt=\"\"></p>", picture, cancellation) is SanitizeResult.Done done
            ? new SeenPart(new PartShown.Framed(boxes.Put("text/html; charset=utf-8", Encoding.UTF8.GetBytes(ViewDocument.RenderWithScript(done.Html, ViewTheme.Auto))), 0), null)
            : new SeenPart(new PartShown.Nothing(Said.Of("parts.none.kind")), null);
    }

    private async Task<SeenPart> WebPageAsync(FoundPart found, byte[] octets, CopyExtent extent, CancellationToken cancellation)
    {
        await settings.LoadAsync(cancellation);
        var pictures = new PictureRound(boxes, PictureConsent.None, settings.Get(MessagesModule.Links));
        var page = found.Part with { MediaType = "text/html" };
        var shown = await bodies.ShowAsync(found.Source, new BodyBlock(page, null), new BodyPlan([], new Dictionary<string, BodyPart>(StringComparer.Ordinal), []), BodyForm.Html, QuoteCare.Show, pictures, cancellation);
        if (shown.FrameUrl is { } frame) return new SeenPart(new PartShown.Framed(frame, pictures.Blocked), Said.Of("parts.web-page-note"));

        var source = Text(found.Part, octets, extent);
        return source with { Note = source.Note ?? Said.Of("parts.web-page-source") };
    }

    private static SeenPart Text(BodyPart part, byte[] octets, CopyExtent extent)
    {
        var text = DecodedText.Of(Wide(octets) ?? octets.AsSpan(0, Math.Min(octets.Length, MostText)), Wide(octets) is null ? part.Charset : "utf-8");
        var note = extent == CopyExtent.Cut || octets.Length > MostText ? Said.Of("parts.text-cut") : text.Decoding == Decoding.Damaged ? Said.Of("messages.damaged") : null;
        return new SeenPart(new PartShown.Source(SourceText.Show(text.Text)), note);
    }

    /// <summary>UTF-16 with its mark, as Windows' programs write it, made UTF-8; null for any other.</summary>
    private static byte[]? Wide(byte[] octets)
    {
        var most = octets.AsSpan(0, Math.Min(octets.Length, MostText));
        return most.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(most[2..]))
            : most.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(most[2..]))
            : null;
    }

    private static List<EntryLine> Lines(MessageKey key, PartPath path, ListSpec? list, Archive archive) =>
        [.. archive.Entries.Select((entry, at) => new EntryLine(
            UntrustedText.Show(entry.Name),
            entry.Size is { } size ? Sizes.Show(size) : null,
            entry.Packed is { } packed ? Sizes.Show(packed) : null,
            Marks(entry),
            archive.CanTake(at + 1) ? PartUrls.Show(key, path.Down(archive.Pieces[at].Section), list) : null))];

    private static List<Said> Marks(ArchiveEntry entry)
    {
        var marks = new List<Said>();
        if (entry.Marks.HasFlag(EntryMark.Encrypted)) marks.Add(Said.Of("parts.entry.encrypted"));
        if (entry.Marks.HasFlag(EntryMark.Outside)) marks.Add(Said.Of("parts.entry.outside"));
        if (entry.Marks.HasFlag(EntryMark.NotAFile)) marks.Add(Said.Of("parts.entry.not-a-file"));
        if (entry.Swells) marks.Add(Said.Of("parts.entry.swells"));
        if (!entry.Marks.HasFlag(EntryMark.Directory) && PartWarnings.ByName(entry.Name, "application/octet-stream").Count > 0) marks.Add(Said.Of("parts.entry.acting"));
        return marks;
    }

    private static Said? EndOf(Archive archive) => archive.End switch
    {
        ArchiveEnd.Cut => Said.Of("parts.list-cut", "count", archive.Entries.Count),
        ArchiveEnd.Damaged => Said.Of("parts.list-damaged"),
        _ => null,
    };
}
