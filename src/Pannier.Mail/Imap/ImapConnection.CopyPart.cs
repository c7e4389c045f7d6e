using System.Buffers;
using MailKit;
using MimeKit;
using MimeKit.IO;
using MimeKit.IO.Filters;
using MimeKit.Utils;

namespace Pannier.Mail.Imap;

internal sealed partial class ImapConnection
{
    /// <summary>Parts are read in ranges of this many octets, so that memory does not grow with them.</summary>
    private const int Range = 512 * 1024;

    private static readonly SearchValues<char> SectionCharacters = SearchValues.Create("0123456789.");

    public async Task<CopyExtent> CopyPartAsync(MailboxRef mailbox, Uid uid, BodyPart part, Stream to, long atMost, CancellationToken cancellation)
    {
        if (part.Section.Length == 0 || part.Section.AsSpan().IndexOfAnyExcept(SectionCharacters) >= 0) throw new MailFault(MailFaultKind.NotFound);

        var encoding = part.Encoding ?? await ActAsync(token => EncodingAsync(mailbox, uid, part.Section, token), cancellation);
        await using var capped = new CappedStream(to, atMost);
        await using var decoded = new FilteredStream(capped);
        decoded.Add(DecoderFilter.Create(MimeUtils.TryParse(encoding, out ContentEncoding known) ? known : ContentEncoding.Binary));
        await CopyRangesAsync(
            part.Size,
            (folder, offset, token) => folder.GetStreamAsync(new UniqueId(mailbox.UidValidity, uid.Value), part.Section, offset, Range, token),
            mailbox, decoded, capped, cancellation);
        await decoded.FlushAsync(cancellation);
        return capped.IsCut ? CopyExtent.Cut : CopyExtent.Whole;
    }

    private async Task<string> EncodingAsync(MailboxRef mailbox, Uid uid, string section, CancellationToken cancellation)
    {
        var folder = await SelectedAsync(mailbox, cancellation);
        var found = await folder.FetchAsync(Ids(mailbox, [uid]), MessageSummaryItems.UniqueId | MessageSummaryItems.BodyStructure, cancellation);
        var structure = found.FirstOrDefault(one => one.UniqueId.Id == uid.Value)?.Body ?? throw new MailFault(MailFaultKind.NotFound);
        var part = ImapStructure.Read(structure).Walk().FirstOrDefault(one => one.Section == section && !one.IsMultipart);
        return part?.Encoding ?? throw new MailFault(MailFaultKind.NotFound);
    }

    /// <summary>Reads range after range. The size told before is only a hint: an empty range is the end, a short one may not be.</summary>
    private async Task CopyRangesAsync(
        long size, Func<IMailFolder, int, CancellationToken, Task<Stream>> read, MailboxRef mailbox, Stream to, CappedStream? cap, CancellationToken cancellation)
    {
        var offset = 0;
        while (cap is not { IsCut: true } && offset <= int.MaxValue - Range)
        {
            var from = offset;
            await using var range = await ActAsync(
                _options.TransferLimit,
                async token => await RangeAsync(await SelectedAsync(mailbox, token), read, from, token),
                cancellation);
            if (range.Length == 0) return;

            // Outside the act: what the caller's stream throws is no fault of the server.
            await range.CopyToAsync(to, cancellation);
            offset += (int)range.Length;
            if (range.Length < Range && offset >= size) return;
        }
    }

    private static async Task<Stream> RangeAsync(
        IMailFolder folder, Func<IMailFolder, int, CancellationToken, Task<Stream>> read, int from, CancellationToken cancellation)
    {
        try
        {
            return await read(folder, from, cancellation);
        }
        catch (MessageNotFoundException) when (from > 0)
        {
            return Stream.Null; // some servers answer NIL beyond the end
        }
    }
}
