using System.Text;
using Pannier.Mail;
using Pannier.Mail.Imap;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Imap;

public sealed class SourceOutlineTests(DovecotServer server) : IClassFixture<DovecotServer>
{
    private static readonly MailboxName Inbox = new("INBOX", '/');

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Messages =>
    [
        "Subject: no MIME\n\ntext\n",
        "Subject: no body\n\n",
        "Subject: html\nMIME-Version: 1.0\nContent-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: Quoted-Printable\n\n<p>x\n",
        "Subject: flowed\nMIME-Version: 1.0\nContent-Type: text/plain; format=flowed; delsp=yes\nContent-Disposition: inline; filename=\"a b.txt\"\n\nx\n",
        "Subject: forwarded\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nhello\n--b\nContent-Type: message/rfc822\n\nSubject: inner\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=c\n\n--c\nContent-Type: text/plain\n\nx\n--c\nContent-Type: image/png; name=p.png\nContent-ID: <p@x>\nContent-Transfer-Encoding: base64\n\nAAAA\n--c--\n\n--b\nContent-Type: message/rfc822\n\nSubject: plain\n\nx\n\n--b--\n",
        "Subject: alternative\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nx\n--b\nContent-Type: multipart/related; boundary=c\n\n--c\nContent-Type: text/html\n\nx\n--c\nContent-Type: image/png\nContent-ID: <p@x>\nContent-Disposition: attachment; filename*=utf-8''%C3%BC.png\n\nx\n--c--\n\n--b--\n",
    ];

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task A_source_has_the_parts_that_a_server_tells_of(string message) => await IsAsToldAsync(Letter.Octets(message));

    [Fact]
    public async Task A_rich_source_has_the_parts_that_a_server_tells_of() => await IsAsToldAsync(Letter.Rich(5000));

    [Fact]
    public async Task A_million_parts_cost_no_more_than_ten_thousand()
    {
        var outline = await ReadAsync(Encoding.ASCII.GetBytes("Content-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat("--b\n\n", 1_000_000))));

        Assert.Equal(10_000, outline.Structure.Walk().Count());
    }

    [Fact]
    public async Task A_million_headers_cost_no_more_than_a_thousand()
    {
        var outline = await ReadAsync(Encoding.ASCII.GetBytes("Subject: x\n" + string.Concat(Enumerable.Repeat("a:\n", 1_000_000)) + "\ntext\n"));

        Assert.Equal(1000, outline.Headers.Count);
        Assert.Equal("Subject", outline.Headers[0].Field);
    }

    [Fact]
    public async Task What_is_nested_deeper_than_forty_is_a_file()
    {
        var nested = string.Concat(Enumerable.Range(0, 1000).Select(at => $"Content-Type: multipart/mixed; boundary=b{at}\n\n--b{at}\n"));

        var parts = (await ReadAsync(Encoding.ASCII.GetBytes(nested + "\nx\n"))).Structure.Walk().ToList();

        Assert.InRange(parts.Count, 30, 50);
        Assert.Equal("application/octet-stream", parts[^1].MediaType);
    }

    private async Task IsAsToldAsync(byte[] message)
    {
        await using var store = server.Open(server.NewUser());
        var filed = await store.Use(c => c.AppendAsync(Inbox, new MemoryStream(message), Keywords.None, null, Cancellation));
        var inbox = new MailboxRef(Inbox, Assert.NotNull(filed.UidValidity));
        var told = await store.Use(c => c.OpenAsync(inbox, Assert.NotNull(filed.Uid), Cancellation));

        var outline = await ReadAsync(message);

        Assert.Equal(told.Structure.Walk().Select(Line), outline.Structure.Walk().Select(Line));
        Assert.Equal(told.Headers.Select(field => field.Name), outline.Headers.Select(header => header.Field));
    }

    private static Task<SourceOutline> ReadAsync(byte[] message) => SourceOutline.ReadAsync(new MemoryStream([.. PlainHeader.FirstLine, .. message]), Cancellation);

    private static string Line(BodyPart part) =>
        $"{part.Section} {part.MediaType} {part.FileName} {part.ContentId} {part.Disposition} {part.Flow} {(part.IsMultipart ? "" : part.Encoding is "" ? "7bit" : part.Encoding)}";
}
