using MimeKit;

namespace Pannier.Mail.Compose;

/// <summary>Opens a message of the Drafts mailbox to go on writing it.</summary>
public static class DraftReader
{
    private const int MostDepth = 32;

    /// <summary>Reads the whole message into memory and takes it apart.</summary>
    /// <param name="fallback">Where the draft names no usable sender, id or date, these are taken.</param>
    /// <exception cref="FormatException">The bytes are no message.</exception>
    public static async Task<OpenedDraft> ReadAsync(Stream message, Draft fallback, CancellationToken cancellation)
    {
        var options = ParserOptions.Default.Clone();
        options.MaxMimeDepth = MostDepth;
        using var read = await MimeMessage.LoadAsync(options, message, cancellation);

        var losses = new HashSet<DraftLoss>();
        var unread = new List<AddressMistake>();
        var body = new DraftBody();
        await body.AddAsync(read.Body, cancellation);
        if (body.LostFormatting) losses.Add(DraftLoss.Formatting);

        var from = Addresses(HeaderId.From);
        if (from.Count == 0) losses.Add(DraftLoss.Sender);
        var draft = new Draft(
            from.Count > 0 ? from[0] : fallback.From,
            MessageId.ReadAll(read.Headers[HeaderId.MessageId]) is [var id, ..] ? id : fallback.Id,
            read.Headers.Contains(HeaderId.Date) && read.Date != DateTimeOffset.MinValue ? read.Date : fallback.Date)
        {
            ReplyTo = Addresses(HeaderId.ReplyTo),
            To = Addresses(HeaderId.To),
            Cc = Addresses(HeaderId.Cc),
            Bcc = Addresses(HeaderId.Bcc),
            Subject = OneLine.Of(read.Subject ?? ""),
            Text = body.Text,
            Attachments = body.Attachments,
            InReplyTo = MessageId.ReadAll(read.Headers[HeaderId.InReplyTo]) is [var parent, ..] ? parent : null,
            References = MessageId.ReadAll(read.Headers[HeaderId.References]),
        };
        if (unread.Count > 0) losses.Add(DraftLoss.Recipients);
        return new(draft, losses, unread);

        IReadOnlyList<EmailAddress> Addresses(HeaderId field)
        {
            var found = new List<EmailAddress>();
            foreach (var header in read.Headers.Where(header => header.Id == field))
            {
                if (!InternetAddressList.TryParse(options, header.RawValue, out var list))
                {
                    unread.AddRange(AddressList.Read(header.Value).Mistakes);
                    continue;
                }

                foreach (var address in list.Mailboxes) Take(new EmailAddress(address.Name, address.Address));
            }

            return Recipients.From(found);

            void Take(EmailAddress address)
            {
                if (AddrSpec.Read(address.Address) is { } spec) found.Add(address with { Address = spec.Shown() });
                else unread.Add(new(address.ToString(), AddressFault.NoAt));
            }
        }
    }
}
