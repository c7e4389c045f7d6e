using System.Text;
using Pannier.Mail;
using Pannier.Mail.Net;
using Pannier.Mail.Smtp;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Smtp;

/// <summary>What the submission says of servers that refuse, break off or lie, by transcript.</summary>
public sealed class ScriptedSmtpTests
{
    private const string Hello = "S: 220 hi\nC: ~EHLO [127.0.0.1]\n";
    private const string Offers = Hello + "S: 250-hi\nS: 250-8BITMIME\nS: 250-SMTPUTF8\nS: 250-SIZE 10000\nS: 250 AUTH PLAIN\n";
    private const string SignedIn = Offers + "C: ~AUTH PLAIN*\nS: 235 2.7.0 ok\n";
    private const string Addressed = SignedIn + "C: ~MAIL FROM:<ada@example.org> SIZE=25\nS: 250 ok\nC: ~RCPT TO:<bob@example.org>\nS: 250 ok\n";
    private const string Data = Addressed + "C: ~DATA\nS: 354 go\nC: ~Subject: hello\nC: ~\nC: ~Hello\nC: ~.\n";

    [Fact]
    public async Task Accepts_and_says_nothing_that_is_not_needed()
    {
        await using var server = new ScriptedServer(Data + "S: 250 2.0.0 queued\nC: ~QUIT\n");

        var result = await Submissions.To(server.Port).Submit();

        Assert.Equal((SubmissionOutcome.Accepted, 0, null), (result.Outcome, result.Refused.Count, result.Fault));
        await server.DisposeAsync();
        Assert.Empty(server.Surprises);
    }

    [Theory]
    [InlineData("CLOSE")]
    [InlineData("S: hello?")]
    [InlineData("S: 354 again")]
    [InlineData("S& 25\nCLOSE")]
    public async Task Says_that_the_reply_was_lost_once_the_closing_dot_is_out(string end)
    {
        await using var server = new ScriptedServer(Data + end);

        var result = await Submissions.To(server.Port).Submit();

        Assert.Equal(SubmissionOutcome.ReplyLost, result.Outcome);
        Assert.NotNull(result.Fault);
        await server.DisposeAsync();
        Assert.Empty(server.Surprises);
    }

    [Fact]
    public async Task Says_that_the_reply_was_lost_when_it_does_not_come_in_time()
    {
        await using var server = new ScriptedServer(Data + "S& 250-slow\\r\\n");

        var result = await Submissions.To(server.Port, options: new SmtpOptions { FinalReplyLimit = TimeSpan.FromMilliseconds(300) }).Submit();

        Assert.Equal((SubmissionOutcome.ReplyLost, MailFaultKind.TimedOut), (result.Outcome, result.Fault?.Kind));
    }

    [Theory]
    [InlineData("S: 421 4.3.2 later", SubmissionOutcome.NotSent, MailFaultKind.Refused)]
    [InlineData("S: 421 too many connections", SubmissionOutcome.NotSent, MailFaultKind.TooManyConnections)]
    [InlineData("S: 554 go away", SubmissionOutcome.NotSent, MailFaultKind.Protocol)]
    [InlineData("S: HTTP/1.1 400 Bad Request", SubmissionOutcome.NotSent, MailFaultKind.Protocol)]
    [InlineData("CLOSE", SubmissionOutcome.NotSent, MailFaultKind.Dropped)]
    [InlineData(Offers + "C: ~AUTH PLAIN*\nS: 535 5.7.8 wrong", SubmissionOutcome.Rejected, MailFaultKind.SignInRefused)]
    [InlineData(Offers + "C: ~AUTH PLAIN*\nS: 454 4.7.0 not now", SubmissionOutcome.NotSent, MailFaultKind.Refused)]
    [InlineData(Offers + "C: ~AUTH PLAIN*\nS: 535 5.7.139 Authentication unsuccessful, basic authentication is disabled.", SubmissionOutcome.Rejected, MailFaultKind.OAuthRequired)]
    [InlineData(Offers + "C: ~AUTH PLAIN*\nS: 534-5.7.9 Please log in with your web browser.\nS: 534 5.7.9 WebLoginRequired", SubmissionOutcome.Rejected, MailFaultKind.OAuthRequired)]
    [InlineData(Hello + "S: 250-hi\nS: 250 AUTH XOAUTH2 OAUTHBEARER", SubmissionOutcome.Rejected, MailFaultKind.OAuthRequired)]
    [InlineData(Hello + "S: 250 hi", SubmissionOutcome.Rejected, MailFaultKind.Unsupported)]
    [InlineData(SignedIn + "C: ~MAIL*\nS: 550 5.7.1 not you", SubmissionOutcome.Rejected, MailFaultKind.Refused)]
    [InlineData(SignedIn + "C: ~MAIL*\nS: 451 4.3.0 later", SubmissionOutcome.NotSent, MailFaultKind.Refused)]
    [InlineData(SignedIn + "C: ~MAIL*\nS: 552 5.3.4 too big", SubmissionOutcome.Rejected, MailFaultKind.TooLarge)]
    [InlineData(SignedIn + "C: ~MAIL*\nS: 552 5.2.2 full", SubmissionOutcome.Rejected, MailFaultKind.OverQuota)]
    [InlineData(SignedIn + "C: ~MAIL*\nS: 552 quota exceeded", SubmissionOutcome.Rejected, MailFaultKind.OverQuota)]
    [InlineData(SignedIn + "C: ~MAIL*\nS: 552 no", SubmissionOutcome.Rejected, MailFaultKind.TooLarge)]
    [InlineData(SignedIn + "C: ~MAIL*\nS: 530 sign in first", SubmissionOutcome.Rejected, MailFaultKind.SignInRefused)]
    [InlineData(SignedIn + "C: ~MAIL*\nS: 553 5.6.7 not international", SubmissionOutcome.Rejected, MailFaultKind.Unsupported)]
    [InlineData(SignedIn + "C: ~MAIL*\nCLOSE", SubmissionOutcome.NotSent, MailFaultKind.Dropped)]
    [InlineData(SignedIn + "C: ~MAIL*\nS: what", SubmissionOutcome.NotSent, MailFaultKind.Protocol)]
    [InlineData(SignedIn + "C: ~MAIL*\nS: 250 ok\nC: ~RCPT*\nS: 421 shutting down", SubmissionOutcome.NotSent, MailFaultKind.Refused)]
    [InlineData(Addressed + "C: ~DATA\nS: 451 4.3.0 later", SubmissionOutcome.NotSent, MailFaultKind.Refused)]
    [InlineData(Addressed + "C: ~DATA\nS: 554 5.7.1 no", SubmissionOutcome.Rejected, MailFaultKind.Refused)]
    [InlineData(Addressed + "C: ~DATA\nCLOSE", SubmissionOutcome.NotSent, MailFaultKind.Dropped)]
    [InlineData(Data + "S: 451 4.3.0 later", SubmissionOutcome.NotSent, MailFaultKind.Refused)]
    [InlineData(Data + "S: 554 5.7.1 spam", SubmissionOutcome.Rejected, MailFaultKind.Refused)]
    public async Task Tells_what_became_of_it_at_every_stage(string script, SubmissionOutcome outcome, MailFaultKind kind)
    {
        await using var server = new ScriptedServer(script + "\nCLOSE");

        var result = await Submissions.To(server.Port).Submit();

        Assert.Equal((outcome, kind), (result.Outcome, result.Fault!.Kind));
        await server.DisposeAsync();
        Assert.Empty(server.Surprises);
    }

    [Fact]
    public async Task Shows_the_servers_words_without_control_characters_and_cut()
    {
        await using var server = new ScriptedServer(SignedIn + "C: ~MAIL*\nS: 550-5.7.1 <script>\u001b[31mred\u0000\nS: 550 5.7.1 " + new string('x', 1500) + "\nCLOSE");

        var fault = (await Submissions.To(server.Port).Submit()).Fault!;

        Assert.StartsWith("<script>[31mred x", fault.ServerText, StringComparison.Ordinal);
        Assert.Equal(500, fault.ServerText!.Length);
    }

    [Fact]
    public async Task Gives_up_on_an_answer_without_end()
    {
        await using var server = new ScriptedServer(SignedIn + "C: ~MAIL*\n" + string.Concat(Enumerable.Repeat("S: 250-on and on\n", 200)));
        await using var longLine = new ScriptedServer(SignedIn + "C: ~MAIL*\nS& 250 " + new string('x', 5000));

        Assert.Equal(MailFaultKind.Protocol, (await Submissions.To(server.Port).Submit()).Fault?.Kind);
        Assert.Equal(MailFaultKind.Protocol, (await Submissions.To(longLine.Port).Submit()).Fault?.Kind);
    }

    [Theory]
    [InlineData("S: 550 5.1.1 nobody here", SubmissionOutcome.Rejected)]
    [InlineData("S: 450 4.2.0 greylisted", SubmissionOutcome.NotSent)]
    [InlineData("S: 452 4.5.3 too many recipients", SubmissionOutcome.Rejected)]
    public async Task Sends_nothing_when_one_of_three_is_refused(string answer, SubmissionOutcome outcome)
    {
        await using var server = new ScriptedServer(
            SignedIn + "C: ~MAIL*\nS: 250 ok\nC: ~RCPT TO:<a@x.org>\nS: 250 ok\nC: ~RCPT TO:<b@x.org>\n" + answer + "\nC: ~RCPT TO:<c@x.org>\nS: 250 ok\nC: ~QUIT\nCLOSE");

        var result = await Submissions.To(server.Port).Submit(to: ["a@x.org", "b@x.org", "c@x.org"]);

        Assert.Equal(outcome, result.Outcome);
        Assert.Equal([new RefusedRecipient("b@x.org", answer[13..])], result.Refused);
        await server.DisposeAsync();
        Assert.Empty(server.Surprises);
    }

    [Fact]
    public async Task Says_no_address_of_many_at_once_only_where_the_server_takes_them()
    {
        var offers = Offers.Replace("8BITMIME", "PIPELINING", StringComparison.Ordinal);
        var recipients = Enumerable.Range(0, 120).Select(n => $"p{n}@x.org").ToArray();
        var script = new StringBuilder(offers + "C: ~AUTH PLAIN*\nS: 235 ok\nC: ~MAIL*\nS: 250 ok\n");
        foreach (var batch in recipients.Chunk(50))
        {
            foreach (var one in batch) script.Append($"C: ~RCPT TO:<{one}>\n");
            foreach (var _ in batch) script.Append("S: 250 ok\n");
        }

        await using var server = new ScriptedServer(script + "C: ~DATA\nS: 354 go\nC: ~Subject: hello\nC: ~\nC: ~Hello\nC: ~.\nS: 250 ok\n");

        Assert.Equal(SubmissionOutcome.Accepted, (await Submissions.To(server.Port).Submit(to: recipients)).Outcome);
        Assert.Empty(server.Surprises);
    }

    [Fact]
    public async Task Names_the_address_a_server_without_smtputf8_cannot_take()
    {
        await using var server = new ScriptedServer(SignedIn.Replace("S: 250-SMTPUTF8\n", "", StringComparison.Ordinal));

        var result = await Submissions.To(server.Port).Submit(to: ["bob@example.org", "jörg@bücher.example"]);

        Assert.Equal((SubmissionOutcome.Rejected, MailFaultKind.Unsupported), (result.Outcome, result.Fault?.Kind));
        Assert.Equal([new RefusedRecipient("jörg@xn--bcher-kva.example", "")], result.Refused);
    }

    [Fact]
    public async Task Uses_smtputf8_and_8bitmime_where_they_are_needed_and_offered()
    {
        await using var server = new ScriptedServer(
            SignedIn + "C: ~MAIL FROM:<ada@example.org> SIZE=25 BODY=8BITMIME SMTPUTF8\nS: 250 ok\nC: ~RCPT TO:<jörg@xn--bcher-kva.example>\nS: 250 ok\nC: ~DATA\nS: 354 go\n");

        await Submissions.To(server.Port, options: new SmtpOptions { FinalReplyLimit = TimeSpan.FromMilliseconds(200) })
            .Submit("Subject: ü\r\n\r\nHello ä\r\n", to: ["jörg@bücher.example"]);

        Assert.Empty(server.Surprises);
    }

    [Fact]
    public async Task Refuses_8_bit_text_where_the_server_takes_none()
    {
        await using var server = new ScriptedServer(SignedIn.Replace("S: 250-8BITMIME\n", "", StringComparison.Ordinal));

        Assert.Equal(MailFaultKind.Unsupported, (await Submissions.To(server.Port).Submit("Subject: x\r\n\r\nä\r\n")).Fault?.Kind);
    }

    [Theory]
    [InlineData("a@x.org>\r\nRCPT TO:<evil@x.org")]
    [InlineData("a@x.org> NOTIFY=NEVER")]
    [InlineData("")]
    public async Task Lets_no_address_say_a_command(string address)
    {
        var result = await Submissions.To(1).Submit(to: ["bob@example.org", address]);

        Assert.Equal((SubmissionOutcome.Rejected, address), (result.Outcome, Assert.Single(result.Refused).Address));
        Assert.Equal(SubmissionOutcome.Rejected, (await Submissions.To(1).Submit(from: address)).Outcome);
    }

    [Fact]
    public async Task Makes_whole_line_ends_of_halves_so_that_no_message_hides_in_another()
    {
        await using var server = new ScriptedServer(
            SignedIn + "C: ~MAIL*\nS: 250 ok\nC: ~RCPT*\nS: 250 ok\nC: ~DATA\nS: 354 go\nC: ~Subject: x\nC: ~\nC: ~a\nC: ~..\nC: ~MAIL FROM:<evil@x.org>\nC: ~..\nC: ~b\nC: ~.\nS: 250 ok\n");

        var result = await Submissions.To(server.Port).Submit("Subject: x\r\n\r\na\n.\nMAIL FROM:<evil@x.org>\r.\rb");

        Assert.Equal(SubmissionOutcome.Accepted, result.Outcome);
        Assert.Empty(server.Surprises);
    }

    [Fact]
    public async Task Sends_no_message_that_names_bcc_and_none_it_cannot_read_twice()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Submissions.To(1).Submit("Subject: x\r\nBCC : b@x.org\r\n\r\n"));
        await Assert.ThrowsAsync<ArgumentException>(() => Submissions.To(1).Submit("Subject: x\nbcc: b@x.org\n\n"));
        await Assert.ThrowsAsync<ArgumentException>(() => Submissions.To(1).SubmitAsync(
            new("a@x.org", ["b@x.org"]), new System.IO.Compression.GZipStream(new MemoryStream(), System.IO.Compression.CompressionMode.Decompress), TestContext.Current.CancellationToken));
        Assert.NotNull(await Submissions.To(1).Submit("Subject: x\r\n\r\nBcc: only text\r\n"));
    }

    [Fact]
    public async Task Sends_nothing_when_cancelled_before_the_closing_dot()
    {
        await using var server = new ScriptedServer(SignedIn + "C: ~MAIL*\n");
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Submissions.To(server.Port).SubmitAsync(
            new("a@x.org", ["b@x.org"]), new MemoryStream(Encoding.ASCII.GetBytes(Submissions.Letter)), cancel.Token));
    }

    [Fact]
    public async Task Gives_up_on_a_server_that_falls_silent()
    {
        await using var server = new ScriptedServer(SignedIn + "C: ~MAIL*\n");

        var result = await Submissions.To(server.Port, options: new SmtpOptions { ReplyLimit = TimeSpan.FromMilliseconds(300) }).Submit();

        Assert.Equal((SubmissionOutcome.NotSent, MailFaultKind.TimedOut), (result.Outcome, result.Fault?.Kind));
    }

    [Fact]
    public async Task Hears_why_a_server_hung_up_in_the_middle_of_a_message()
    {
        await using var server = new ScriptedServer(Addressed.Replace("SIZE=25", "SIZE*", StringComparison.Ordinal).Replace("SIZE 10000", "SIZE 0", StringComparison.Ordinal)
            + "C: ~DATA\nS: 354 go\nC: ~Subject: big\nCLOSE");

        var result = await Submissions.To(server.Port).Submit("Subject: big\r\n\r\n" + string.Concat(Enumerable.Repeat(new string('x', 900) + "\r\n", 30_000)));

        Assert.Equal((SubmissionOutcome.NotSent, MailFaultKind.Dropped), (result.Outcome, result.Fault?.Kind));
    }

    [Fact]
    public async Task Signs_in_nowhere_when_there_is_no_user_name()
    {
        await using var server = new ScriptedServer(Hello + "S: 250 hi\nC: ~MAIL FROM:<ada@example.org>\nS: 250 ok\nC: ~RCPT*\nS: 250 ok\nC: ~DATA\nS: 354 go\nC: ~Subject: hello\nC: ~\nC: ~Hello\nC: ~.\nS: 250 ok\n");

        Assert.Equal(SubmissionOutcome.Accepted, (await Submissions.To(server.Port, user: "").Submit()).Outcome);
        Assert.Empty(server.Surprises);
    }

    [Fact]
    public async Task Tries_plain_once_after_a_refused_scram()
    {
        await using var server = new ScriptedServer(
            Hello + "S: 250 AUTH SCRAM-SHA-256 PLAIN\nC: ~AUTH SCRAM-SHA-256*\nS: 535 5.7.8 no\nC: ~AUTH PLAIN*\nS: 235 ok\nC: ~QUIT\n");

        await Submissions.To(server.Port).TestAsync(TestContext.Current.CancellationToken);

        await server.DisposeAsync();
        Assert.Empty(server.Surprises);
    }

    [Theory]
    [InlineData("S: 220 hi\nC: ~EHLO*\nS: 250-hi\nS: 250 AUTH PLAIN", MailFaultKind.TlsUnavailable)]
    [InlineData("S: 220 hi\nC: ~EHLO*\nS: 502 what", MailFaultKind.TlsUnavailable)]
    [InlineData("S: 220 hi\nC: ~EHLO*\nS: 250 STARTTLS\nC: ~STARTTLS\nS: 454 no", MailFaultKind.TlsUnavailable)]
    [InlineData("S: 220 hi\nC: ~EHLO*\nS: 250 STARTTLS\nC: ~STARTTLS\nS: 220 go\nS: 220 injected", MailFaultKind.Unreachable)]
    [InlineData("S: 554 words of anybody", MailFaultKind.Refused)]
    [InlineData("CLOSE", MailFaultKind.Dropped)]
    public async Task Says_no_secret_without_tls_and_shows_no_words_from_before_it(string script, MailFaultKind kind)
    {
        await using var server = new ScriptedServer(script + "\nCLOSE");

        var fault = await Assert.ThrowsAsync<MailFault>(() => Submissions.To(server.Port, ConnectionSecurity.StartTls).TestAsync(TestContext.Current.CancellationToken));

        Assert.Equal((kind, null), (fault.Kind, fault.ServerText));
        Assert.DoesNotContain(server.Heard, line => line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Speaks_clear_text_only_where_the_site_allows_it()
    {
        await using var server = new ScriptedServer(SignedIn);
        var strict = new SmtpSubmission(
            new(ImapStores.Server(server.Port), "ada", Secret.Of("x")), new Egress(new EgressOptions { Allow = [$"localhost:{server.Port}"] }, TimeProvider.System),
            new SmtpOptions(), TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<SmtpSubmission>.Instance);

        var result = await strict.Submit();

        Assert.Equal((SubmissionOutcome.Rejected, MailFaultKind.Forbidden), (result.Outcome, result.Fault?.Kind));
        Assert.Equal(0, server.Connections);
    }
}
