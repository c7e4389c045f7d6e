using System.Text;

using MailKit.Net.Smtp;
using MailKit.Security;

using MimeKit;

using Pannier.Demo;

namespace Pannier.Tests.Demo.Smtp;

public sealed class SubmissionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SecureSocketOptions.None, "ESMTPA")]
    [InlineData(SecureSocketOptions.StartTls, "ESMTPSA")]
    [InlineData(SecureSocketOptions.SslOnConnect, "ESMTPSA")]
    public async Task Delivers_here_as_it_was_sent_under_its_trace(SecureSocketOptions security, string protocol)
    {
        await using var host = await DemoHost.StartAsync();
        using var message = Message(DemoHost.Bob);
        var client = await host.SmtpAsync(security);

        await client.SendAsync(message, Cancellation);

        var got = Encoding.UTF8.GetString(Assert.Single(host.Store.Find(DemoHost.Bob, "INBOX")!.Messages).Raw.Span);
        Assert.StartsWith($"Return-Path: <{DemoHost.Ann}>\r\nDelivered-To: {DemoHost.Bob}\r\nReceived: from ", got, StringComparison.Ordinal);
        Assert.Contains($"with {protocol};", got, StringComparison.Ordinal);
        Assert.Contains("\r\n.dot\r\n..two\r\n", got, StringComparison.Ordinal);
        Assert.DoesNotContain("Bcc", got, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(host.Store.Find(DemoHost.Ann, "Sent")!.Messages);
        Assert.Empty(host.Store.Relayed);
    }

    [Theory]
    [InlineData(DemoHost.Ann, "pass")]
    [InlineData("thief@elsewhere.test", "none")]
    public async Task Says_itself_what_it_found_and_takes_out_what_others_say_in_its_name(string from, string dmarc)
    {
        await using var host = await DemoHost.StartAsync();
        using var message = Message(DemoHost.Bob);
        message.From.Clear();
        message.From.Add(MailboxAddress.Parse(from));
        message.Headers.Insert(0, "Authentication-Results", "mx.demo.test; dmarc=pass header.from=elsewhere.test");
        message.Headers.Insert(1, "Authentication-Results", "mx.other.test; dkim=pass");
        var client = await host.SmtpAsync();

        await client.SendAsync(message, Cancellation);

        var headers = MimeMessage.Load(new MemoryStream(Assert.Single(host.Store.Find(DemoHost.Bob, "INBOX")!.Messages).Raw.ToArray()), Cancellation).Headers;
        var answers = headers.Where(header => header.Id == HeaderId.AuthenticationResults).Select(header => header.Value).ToList();
        Assert.Equal(2, answers.Count);
        Assert.StartsWith("mx.demo.test;", answers[0], StringComparison.Ordinal);
        Assert.Contains($"dmarc={dmarc} header.from={from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]}", answers[0], StringComparison.Ordinal);
        Assert.Equal("mx.other.test; dkim=pass", answers[1]);
    }

    [Fact]
    public async Task Keeps_what_would_leave_and_sends_nothing()
    {
        await using var host = await DemoHost.StartAsync();
        using var message = Message("x@elsewhere.test", "y@elsewhere.test", DemoHost.Bob);
        var client = await host.SmtpAsync();

        await client.SendAsync(message, Cancellation);

        Assert.Equal(["x@elsewhere.test", "y@elsewhere.test"], Assert.Single(host.Store.Relayed).To);
        Assert.Single(host.Store.Find(DemoHost.Bob, "INBOX")!.Messages);
    }

    [Fact]
    public async Task A_stranger_at_its_own_domain_is_refused()
    {
        await using var host = await DemoHost.StartAsync();
        using var message = Message("nobody@demo.test");
        var client = await host.SmtpAsync();

        var refused = await Assert.ThrowsAsync<SmtpCommandException>(() => client.SendAsync(message, Cancellation));

        Assert.Equal(SmtpErrorCode.RecipientNotAccepted, refused.ErrorCode);
        Assert.Equal(550, (int)refused.StatusCode);
    }

    [Fact]
    public async Task A_known_stranger_at_its_own_domain_takes_mail_nobody_reads()
    {
        await using var host = await DemoHost.StartAsync(new DemoOptions { Others = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "colleague@demo.test" } });
        var line = await SignedInAsync(host);
        await line.SayAsync($"MAIL FROM:<{DemoHost.Ann}>");

        Assert.StartsWith("250", await line.SayAsync("RCPT TO:<Colleague@demo.test>"), StringComparison.Ordinal);
        Assert.StartsWith("550 5.1.1", await line.SayAsync("RCPT TO:<nobody@demo.test>"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_recipient_can_be_refused_and_one_can_be_full()
    {
        await using var host = await DemoHost.StartAsync();
        host.Faults.RefuseRecipient("x@elsewhere.test", "<b>No</b>");
        host.Faults.SetQuota(DemoHost.Bob, 0);
        var line = await SignedInAsync(host);
        await line.SayAsync($"MAIL FROM:<{DemoHost.Ann}>");

        Assert.Equal("550 5.7.1 <b>No</b>", await line.SayAsync("RCPT TO:<x@elsewhere.test>"));
        Assert.StartsWith("452 4.2.2", await line.SayAsync($"RCPT TO:<{DemoHost.Bob}>"), StringComparison.Ordinal);
        Assert.StartsWith("250", await line.SayAsync("RCPT TO:<y@elsewhere.test>"), StringComparison.Ordinal);
        host.Faults.AllowRecipient("x@elsewhere.test");
        Assert.StartsWith("250", await line.SayAsync("RCPT TO:<x@elsewhere.test>"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accepted_with_the_reply_lost_is_delivered_once()
    {
        await using var host = await DemoHost.StartAsync();
        host.Faults.LoseNextDataReply();
        using var message = Message(DemoHost.Bob);
        var client = await host.SmtpAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => client.SendAsync(message, Cancellation));

        Assert.Single(host.Store.Find(DemoHost.Bob, "INBOX")!.Messages);
        await (await host.SmtpAsync()).SendAsync(message, Cancellation);
        Assert.Equal(2, host.Store.Find(DemoHost.Bob, "INBOX")!.Messages.Count);
    }

    [Fact]
    public async Task Files_sent_itself_when_told_to()
    {
        await using var host = await DemoHost.StartAsync(new DemoOptions { FilesSentItself = true });
        using var message = Message(DemoHost.Bob);
        var client = await host.SmtpAsync();

        await client.SendAsync(message, Cancellation);

        var sent = Assert.Single(host.Store.Find(DemoHost.Ann, "Sent")!.Messages);
        Assert.True(sent.Flags.Seen);
        Assert.StartsWith("From: ", Encoding.UTF8.GetString(sent.Raw.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_beyond_ascii_need_smtputf8()
    {
        await using var host = await DemoHost.StartAsync();
        using var message = Message("jürgen@elsewhere.test");
        await (await host.SmtpAsync()).SendAsync(message, Cancellation);
        host.Faults.Withhold("SMTPUTF8");
        var line = await SignedInAsync(host);
        await line.SayAsync($"MAIL FROM:<{DemoHost.Ann}>");

        Assert.Equal(["jürgen@elsewhere.test"], Assert.Single(host.Store.Relayed).To);
        Assert.StartsWith("553 5.6.7", await line.SayAsync("RCPT TO:<jürgen@elsewhere.test>"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MAIL FROM:<a@b.test>", "530 5.7.0")]
    [InlineData("RCPT TO:<a@b.test>", "503 5.5.1")]
    [InlineData("DATA", "503 5.5.1")]
    [InlineData("AUTH GSSAPI", "504 5.5.4")]
    [InlineData("AUTH PLAIN !!!", "501 5.5.2")]
    [InlineData("AUTH PLAIN AGEAYg==", "535 5.7.8")]
    [InlineData("NONSENSE", "500 5.5.1")]
    [InlineData("VRFY ann", "252 2.5.0")]
    [InlineData("QUIT", "221 2.0.0")]
    public async Task Before_the_sign_in_nothing_is_taken(string command, string reply)
    {
        await using var host = await DemoHost.StartAsync();
        var line = await host.RawSmtpAsync();
        await line.SayAsync("EHLO test");

        Assert.StartsWith(reply, await line.SayAsync(command), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MAIL FROM:ann@demo.test", "501 5.1.7")]
    [InlineData("MAIL FROM:<ann@demo.test> SIZE=99999999999", "552 5.3.4")]
    [InlineData("MAIL FROM:<ann>", "501 5.1.7")]
    [InlineData("MAIL FROM:<>", "250 2.1.0")]
    public async Task Senders_are_read_strictly(string command, string reply)
    {
        await using var host = await DemoHost.StartAsync();
        var line = await SignedInAsync(host);

        Assert.StartsWith(reply, await line.SayAsync(command), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dot_between_bare_line_feeds_smuggles_nothing()
    {
        await using var host = await DemoHost.StartAsync();
        var line = await SignedInAsync(host);
        await line.SayAsync($"MAIL FROM:<{DemoHost.Ann}>");
        await line.SayAsync($"RCPT TO:<{DemoHost.Bob}>");
        await line.SayAsync("DATA");

        await line.SendAsync("Subject: one\r\n\r\nx\n.\nMAIL FROM:<evil@demo.test>\n.\r\ny\r\n");
        Assert.StartsWith("250 2.0.0", await line.SayAsync("."), StringComparison.Ordinal);

        var got = Encoding.UTF8.GetString(Assert.Single(host.Store.Find(DemoHost.Bob, "INBOX")!.Messages).Raw.Span);
        Assert.EndsWith("x\n.\nMAIL FROM:<evil@demo.test>\n.\r\ny\r\n", got, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_command_gets_the_text_given()
    {
        await using var host = await DemoHost.StartAsync();
        host.Faults.Refuse("DATA", "Spam <img onerror=x>");
        var line = await SignedInAsync(host);
        await line.SayAsync($"MAIL FROM:<{DemoHost.Ann}>");
        await line.SayAsync($"RCPT TO:<{DemoHost.Bob}>");

        Assert.Equal("550 5.7.0 Spam <img onerror=x>", await line.SayAsync("DATA"));
    }

    [Fact]
    public async Task The_old_login_mechanism_works_too()
    {
        await using var host = await DemoHost.StartAsync();
        var line = await host.RawSmtpAsync();
        await line.SayAsync("EHLO test");

        Assert.Equal("334 VXNlcm5hbWU6", await line.SayAsync("AUTH LOGIN"));
        Assert.Equal("334 UGFzc3dvcmQ6", await line.SayAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes(DemoHost.Ann))));
        Assert.StartsWith("235", await line.SayAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes(DemoHost.Password))), StringComparison.Ordinal);
    }

    private static async Task<RawLine> SignedInAsync(DemoHost host)
    {
        var line = await host.RawSmtpAsync();
        await line.SayAsync("EHLO test");
        var plain = Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{DemoHost.Ann}\0{DemoHost.Password}"));
        Assert.StartsWith("235", await line.SayAsync($"AUTH PLAIN {plain}"), StringComparison.Ordinal);
        return line;
    }

    private static MimeMessage Message(params string[] to)
    {
        var message = new MimeMessage([new MailboxAddress("Ann", DemoHost.Ann)], to.Select(each => new MailboxAddress("", each)), "Hello", new TextPart("plain") { Text = "Hi\r\n.dot\r\n..two\r\n" });
        message.Bcc.Add(new MailboxAddress("", to[0]));
        return message;
    }
}
