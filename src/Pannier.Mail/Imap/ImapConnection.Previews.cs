using System.Text;
using MailKit;
using MimeKit;
using MimeKit.IO;
using MimeKit.IO.Filters;
using MimeKit.Utils;
using Pannier.Mail.Text;

namespace Pannier.Mail.Imap;

internal sealed partial class ImapConnection
{
    private const int PreviewOctets = 8 * 1024;

    /// <summary>A page of rows whose previews MailKit could not make costs a round trip each, so only so many are made.</summary>
    private const int MostPreviewFetches = 25;

    /// <summary>
    /// What PREVIEW told (RFC 8970), or what MailKit made of the first octets of each text, fetched together. Where it finds no
    /// words in HTML, which happens without a body element, the text is fetched and read as a body is.
    /// </summary>
    private static async Task<IReadOnlyList<MessageRow>> WithPreviewsAsync(
        IMailFolder folder, MailboxRef mailbox, IReadOnlyList<IMessageSummary> found, CancellationToken cancellation)
    {
        var fetches = 0;
        var rows = new List<MessageRow>(found.Count);
        foreach (var one in found)
        {
            var row = Row(one) with { Preview = Preview.Of(one.PreviewText ?? "") };
            if (row.Preview.Length == 0 && one.Body is { } body && FirstText(ImapStructure.Read(body)) is { } text && fetches++ < MostPreviewFetches)
                row = row with { Preview = await ReadPreviewAsync(folder, new UniqueId(mailbox.UidValidity, row.Uid.Value), text, cancellation) };
            rows.Add(row);
        }

        return rows;
    }

    private static BodyPart? FirstText(BodyPart structure)
    {
        var texts = structure.Walk().Where(part => part.Size > 0 && part.Disposition != Disposition.Attachment).ToList();
        return texts.Find(part => part.MediaType == "text/plain") ?? texts.Find(part => part.MediaType == "text/html");
    }

    private static async Task<string> ReadPreviewAsync(IMailFolder folder, UniqueId id, BodyPart part, CancellationToken cancellation)
    {
        try
        {
            await using var octets = await folder.GetStreamAsync(id, part.Section, 0, PreviewOctets, cancellation);
            using var decoded = new MemoryStream();
            await using (var filter = new FilteredStream(decoded))
            {
                filter.Add(DecoderFilter.Create(MimeUtils.TryParse(part.Encoding, out ContentEncoding known) ? known : ContentEncoding.Binary));
                await octets.CopyToAsync(filter, cancellation);
                await filter.FlushAsync(cancellation);
                var text = (part.Charset is { } charset ? Charsets.Find(charset) ?? Encoding.UTF8 : Encoding.UTF8).GetString(decoded.GetBuffer(), 0, (int)decoded.Length);
                return part.MediaType == "text/html" ? Preview.OfHtml(text) : Preview.Of(text);
            }
        }
        catch (MessageNotFoundException)
        {
            return ""; // gone since the row was read
        }
    }
}
