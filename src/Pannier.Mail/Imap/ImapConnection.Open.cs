using System.Text;
using MailKit;
using MimeKit;
using MimeKit.IO;

namespace Pannier.Mail.Imap;

internal sealed partial class ImapConnection
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What is read of a source to learn a structure that the server cannot tell, octets: what large providers take as one message. Parts beyond are in the source only.</summary>
    private const long MostSource = 32 * 1024 * 1024;

    public async Task<MessageHead> OpenAsync(MailboxRef mailbox, Uid uid, CancellationToken cancellation)
    {
        if (_odd.Has(mailbox, uid)) return await PlainlyOpenAsync(mailbox, uid, cancellation);
        try
        {
            return await ActAsync(token => ReadHeadAsync(mailbox, uid, token), cancellation);
        }
        catch (MailFault fault) when (MayBeOfOneMessage(fault))
        {
            await RenewAsync(fault, cancellation);
            _odd.Add(mailbox, uid);
            return await PlainlyOpenAsync(mailbox, uid, cancellation);
        }
    }

    /// <summary>Reads the source where the server's own account of it cannot be taken.</summary>
    private async Task<MessageHead> PlainlyOpenAsync(MailboxRef mailbox, Uid uid, CancellationToken cancellation)
    {
        if (await PlainRowsAsync(mailbox, [uid], cancellation) is not [var row]) throw new MailFault(MailFaultKind.NotFound);

        using var source = new MemoryBlockStream();
        source.Write(PlainHeader.FirstLine);
        await using (var capped = new CappedStream(source, MostSource))
            await CopyRangesAsync(row.Size, (folder, offset, token) => folder.GetStreamAsync(new UniqueId(mailbox.UidValidity, uid.Value), offset, Range, token), mailbox, capped, capped, cancellation);
        source.Position = 0;
        var outline = await SourceOutline.ReadAsync(source, cancellation);
        var structure = outline.Structure;
        return new MessageHead(row with { Attachment = AttachmentMarks.Of(structure) }, [.. outline.Headers.Select(Field)], structure);
    }

    private async Task<MessageHead> ReadHeadAsync(MailboxRef mailbox, Uid uid, CancellationToken cancellation)
    {
        var folder = await SelectedAsync(mailbox, cancellation);
        var found = await folder.FetchAsync(Ids(mailbox, [uid]), RowItems | MessageSummaryItems.Headers, cancellation);
        if (Complete(found, [uid]).FirstOrDefault() is not { Body: { } body, Headers: { } headers } one) throw new MailFault(MailFaultKind.NotFound);
        return new MessageHead(Row(one), [.. headers.Select(Field)], ImapStructure.Read(body));
    }

    private static HeaderField Field(Header header) => new(header.Field, Text(header.RawValue));

    private static string Text(byte[] raw)
    {
        string text;
        try
        {
            text = StrictUtf8.GetString(raw);
        }
        catch (DecoderFallbackException)
        {
            text = Encoding.Latin1.GetString(raw);
        }

        return Header.Unfold(text).Trim();
    }
}
