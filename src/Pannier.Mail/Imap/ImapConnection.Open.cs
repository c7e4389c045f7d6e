using System.Text;
using MailKit;
using MimeKit;

namespace Pannier.Mail.Imap;

internal sealed partial class ImapConnection
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public Task<MessageHead> OpenAsync(MailboxRef mailbox, Uid uid, CancellationToken cancellation) =>
        ActAsync(token => ReadHeadAsync(mailbox, uid, token), cancellation);

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
