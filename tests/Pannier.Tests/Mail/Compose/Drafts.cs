using System.Text;
using MimeKit;
using Pannier.Mail;
using Pannier.Mail.Compose;

namespace Pannier.Tests.Mail.Compose;

/// <summary>Drafts and heads for these tests.</summary>
internal static class Drafts
{
    public static readonly EmailAddress Ada = new("Ada Byron", "ada@example.org");

    public static Draft Plain(string text = "Hello.\n") => new(Ada, MessageId.Read("fixed.1@example.org")!, new(2026, 11, 25, 9, 30, 0, TimeSpan.FromHours(1)))
    {
        To = [new("Bob", "bob@example.net")],
        Subject = OneLine.Read("Hello")!,
        Text = text,
    };

    public static async Task<byte[]> Bytes(Draft draft, MessageForm form = MessageForm.ForSubmission)
    {
        using var to = new MemoryStream();
        await MessageBuilder.WriteAsync(draft, form, to, TestContext.Current.CancellationToken);
        return to.ToArray();
    }

    public static async Task<string> Written(Draft draft, MessageForm form = MessageForm.ForSubmission) => Encoding.UTF8.GetString(await Bytes(draft, form));

    public static async Task<MimeMessage> Parsed(Draft draft, MessageForm form = MessageForm.ForSubmission) =>
        await MimeMessage.LoadAsync(new MemoryStream(await Bytes(draft, form)), TestContext.Current.CancellationToken);

    public static async Task<OpenedDraft> Reopened(byte[] message) =>
        await DraftReader.ReadAsync(new MemoryStream(message), Plain() with { From = new(null, "fallback@example.org") }, TestContext.Current.CancellationToken);

    public static async Task<byte[]> Content(this DraftAttachment attachment)
    {
        await using var content = await attachment.OpenAsync(TestContext.Current.CancellationToken);
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, TestContext.Current.CancellationToken);
        return copy.ToArray();
    }

    /// <summary>A head as a store would give it, of header lines.</summary>
    public static MessageHead Head(params string[] lines)
    {
        var fields = lines.Select(line => line.Split(": ", 2)).Select(pair => new HeaderField(pair[0], pair[1])).ToList();
        var envelope = new Envelope(
            First("Subject") ?? "", Addresses("From"), Addresses("Reply-To"), Addresses("To"), Addresses("Cc"), Addresses("Bcc"),
            new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero), First("Message-ID")?.Trim('<', '>'), First("In-Reply-To")?.Trim('<', '>'));
        var row = new MessageRow(new Uid(1), default, 100, Keywords.None, envelope, AttachmentMark.No, null);
        return new MessageHead(row, fields, new BodyPart("1", "text/plain", null, 0, null, null, Disposition.Unspecified, TextFlow.Fixed, []));

        string? First(string name) => fields.Find(field => field.Name == name)?.Value;

        IReadOnlyList<EmailAddress> Addresses(string name) =>
            First(name) is { } value ? [.. InternetAddressList.Parse(value).Mailboxes.Select(one => new EmailAddress(string.IsNullOrEmpty(one.Name) ? null : one.Name, one.Address))] : [];
    }
}
