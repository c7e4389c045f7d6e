using System.Text;
using MimeKit;

namespace Pannier.Mail.Compose;

/// <summary>Makes of an address what a message is written with, those too that break the grammar in ways that are delivered (two dots in a row).</summary>
internal static class WireAddress
{
    private static readonly ParserOptions Lenient = new() { AddressParserComplianceMode = RfcComplianceMode.Looser };

    /// <exception cref="ArgumentException">It cannot be written; <see cref="AddrSpec"/> admits none such.</exception>
    public static MailboxAddress Of(string? name, AddrSpec address)
    {
        if (!MailboxAddress.TryParse(Lenient, address.Value, out var mailbox)) throw new ArgumentException("not an address", nameof(address));
        mailbox.Name = name;
        mailbox.Encoding = Encoding.UTF8;
        return mailbox;
    }
}
