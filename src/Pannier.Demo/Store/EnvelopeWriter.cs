using System.Text;

using MimeKit;
using MimeKit.Utils;

using Pannier.Demo.Imap;

namespace Pannier.Demo.Store;

/// <summary>ENVELOPE of RFC 3501 §7.4.2: encoded words stay encoded, missing fields are NIL, Sender and Reply-To fall back to From.</summary>
internal static class EnvelopeWriter
{
    public static byte[] Write(MimeMessage message)
    {
        var writer = new ImapWriter();
        writer.Raw("(");
        Header(writer, message, HeaderId.Date);
        writer.Raw(" ");
        Header(writer, message, HeaderId.Subject);
        Addresses(writer, message.From);
        Addresses(writer, message.Sender is { } sender ? new InternetAddressList([sender]) : message.From);
        Addresses(writer, message.ReplyTo.Count > 0 ? message.ReplyTo : message.From);
        Addresses(writer, message.To);
        Addresses(writer, message.Cc);
        Addresses(writer, message.Bcc);
        writer.Raw(" ");
        Header(writer, message, HeaderId.InReplyTo);
        writer.Raw(" ");
        Header(writer, message, HeaderId.MessageId);
        return writer.Raw(")").ToArray();
    }

    private static void Header(ImapWriter writer, MimeMessage message, HeaderId id)
    {
        var index = message.Headers.IndexOf(id);
        if (index < 0)
        {
            writer.Text((string?)null);
            return;
        }

        // Unfolding takes the line ends out and leaves the blank that followed them.
        var value = message.Headers[index].RawValue.Where(each => each is not ((byte)'\r' or (byte)'\n' or 0)).ToArray();
        writer.Text(value.AsSpan().Trim(" \t"u8));
    }

    private static void Addresses(ImapWriter writer, InternetAddressList list)
    {
        if (list.Count == 0)
        {
            writer.Raw(" NIL");
            return;
        }

        writer.Raw(" (");
        foreach (var address in list)
            Address(writer, address);
        writer.Raw(")");
    }

    private static void Address(ImapWriter writer, InternetAddress address)
    {
        switch (address)
        {
            case GroupAddress group:
                writer.Raw("(NIL NIL ").Text(group.Name ?? "").Raw(" NIL)");
                foreach (var member in group.Members)
                    Address(writer, member);
                writer.Raw("(NIL NIL NIL NIL)");
                break;
            case MailboxAddress mailbox:
                writer.Raw("(");
                if (string.IsNullOrEmpty(mailbox.Name))
                    writer.Raw("NIL");
                else
                    writer.Text(Name(mailbox.Name));
                writer.Raw(" NIL ").Text(mailbox.LocalPart).Raw(" ").Text(mailbox.Domain).Raw(")");
                break;
        }
    }

    private static byte[] Name(string name) => Ascii.IsValid(name) && !name.Any(char.IsControl)
        ? Encoding.ASCII.GetBytes(name)
        : [.. Rfc2047.EncodeText(Encoding.UTF8, name).Where(each => each is not ((byte)'\r' or (byte)'\n'))];
}
