using System.Text;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using MimeKit;

namespace Pannier.BrowserTests.Support;

/// <summary>Files messages at the demo's server, as if they had come.</summary>
internal static class PostBox
{
    /// <summary>One message of many HTML bodies, each of which the product shows in a frame of its own.</summary>
    public static async Task FileAsync((string Address, string Password, int Imap, int Smtp) account, string subject, IEnumerable<string> bodies)
    {
        var parts = new Multipart("mixed");
        foreach (var body in bodies) parts.Add(new TextPart("html") { ContentTransferEncoding = ContentEncoding.Base64, Content = new MimeContent(new MemoryStream(Encoding.UTF8.GetBytes(body))) }); // the constructor's charset is UTF-8
        foreach (var part in parts.OfType<TextPart>()) part.ContentType.Charset = "utf-8";
        using var message = new MimeMessage([new MailboxAddress("Ann", "ann@example.org")], [new MailboxAddress("", account.Address)], subject, parts);
        message.Headers.Add("Disposition-Notification-To", "<evil@evil.example>");
        using var client = new ImapClient();
        await client.ConnectAsync("127.0.0.1", account.Imap, SecureSocketOptions.None);
        await client.AuthenticateAsync(account.Address, account.Password);
        await client.Inbox!.AppendAsync(new AppendRequest(message)); // signed in, there is one
        await client.DisconnectAsync(quit: true);
    }
}
