using MimeKit;

namespace Pannier.Mail.Imap;

/// <summary>ENVELOPE as MailKit reads it, made ours.</summary>
internal static class ImapEnvelopes
{
    /// <summary>A list shows a few; a header may hold thousands.</summary>
    private const int MostAddresses = 2000;

    public static Envelope Read(MailKit.Envelope? envelope) => envelope is null ? Envelope.Empty : new(
        Clean(envelope.Subject) ?? "",
        Addresses(envelope.From),
        Addresses(envelope.ReplyTo),
        Addresses(envelope.To),
        Addresses(envelope.Cc),
        Addresses(envelope.Bcc),
        envelope.Date,
        Id(envelope.MessageId),
        Id(envelope.InReplyTo));

    private static List<EmailAddress> Addresses(InternetAddressList list)
    {
        var addresses = new List<EmailAddress>();
        foreach (var address in list)
            Add(addresses, address, 0);

        return addresses;
    }

    private static void Add(List<EmailAddress> addresses, InternetAddress address, int depth)
    {
        if (addresses.Count >= MostAddresses) return;
        if (address is GroupAddress { Members.Count: > 0 } group && depth < 4)
        {
            foreach (var member in group.Members) Add(addresses, member, depth + 1);
            return;
        }

        var name = Clean(address.Name);
        addresses.Add(new EmailAddress(string.IsNullOrWhiteSpace(name) ? null : name, Clean((address as MimeKit.MailboxAddress)?.Address) ?? ""));
    }

    /// <summary>Line ends and other control characters have no meaning in a header's text and could forge one in another.</summary>
    private static string? Clean(string? text) =>
        text is null ? null : text.Any(char.IsControl) ? new string([.. text.Where(c => !char.IsControl(c) || c == '\t')]).Trim() : text.Trim();

    private static string? Id(string? text) => Clean(text)?.TrimStart('<').TrimEnd('>') is { Length: > 0 } id ? id : null;
}
