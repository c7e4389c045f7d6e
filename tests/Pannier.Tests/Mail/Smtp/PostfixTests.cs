using Pannier.Mail;
using Pannier.Mail.Compose;
using Pannier.Mail.Text;
using Pannier.Tests.Mail.Compose;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Smtp;

/// <summary>What the submission does with a real server.</summary>
public sealed class PostfixTests : IClassFixture<Postfix>
{
    private readonly Postfix _postfix;

    public PostfixTests(Postfix postfix) => _postfix = postfix;

    [Theory]
    [InlineData(ConnectionSecurity.StartTls)]
    [InlineData(ConnectionSecurity.Tls)]
    public async Task Delivers_a_message_as_it_was_written(ConnectionSecurity security)
    {
        var mark = Guid.NewGuid().ToString("N");

        var result = await Submissions.To(_postfix, security).Submit($"Subject: {mark}\r\nDate: Wed, 25 Nov 2026 09:30:00 +0100\r\nMessage-ID: <x@example.org>\r\nFrom: ada@example.org\r\n\r\n.\r\n.dot\r\n..\r\n\r\nend");

        Assert.Equal(SubmissionOutcome.Accepted, result.Outcome);
        Assert.Null(result.Fault);
        Assert.EndsWith($"From: ada@example.org\n\n.\n.dot\n..\n\nend\n", (await Delivered(mark)).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delivers_what_the_builder_writes()
    {
        var mark = Guid.NewGuid().ToString("N");
        var draft = Drafts.Plain("Grüße 🎉\n" + mark + "\n") with
        {
            From = new("Ada", Postfix.User),
            To = [new("Büch", "bob@bücher.example"), new(null, "jörg@bücher.example")],
            Bcc = [new(null, "bcc@example.org")],
            Subject = OneLine.Read("Früh " + mark)!,
            Attachments =
            [
                DraftAttachment.Of(FileName.Safe("a.bin"), MediaType.Unknown, new byte[3_000_000]),
                DraftAttachment.Of(FileName.Safe("old.eml"), MediaType.Message, "Subject: x\r\n\r\n8 bit: ä\r\n"u8.ToArray()),
            ],
        };
        using var message = new MemoryStream(await Drafts.Bytes(draft));

        var result = await Submissions.To(_postfix).SubmitAsync(draft.Envelope(), message, TestContext.Current.CancellationToken);

        Assert.Equal(SubmissionOutcome.Accepted, result.Outcome);
        var delivered = await Delivered(mark);
        Assert.Contains("To: Büch <bob@bücher.example>, jörg@bücher.example", delivered, StringComparison.Ordinal);
        Assert.DoesNotContain("bcc@", delivered.Split("\n\n")[0].Split("\nDate:")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_two_thousand_recipients_at_once()
    {
        var result = await Submissions.To(_postfix).Submit(to: [.. Enumerable.Range(0, 2000).Select(n => $"p{n}@bulk.example")]);

        Assert.Equal(SubmissionOutcome.Accepted, result.Outcome);
    }

    [Fact]
    public async Task Sends_to_nobody_when_one_is_refused_and_says_which()
    {
        var mark = Guid.NewGuid().ToString("N");
        var before = _postfix.DeliveredCount();

        var result = await Submissions.To(_postfix).Submit($"Subject: {mark}\r\n\r\n", to: ["bob@example.org", "nobody@example.org"]);

        Assert.Equal(SubmissionOutcome.Rejected, result.Outcome);
        Assert.Equal("nobody@example.org", Assert.Single(result.Refused).Address);
        Assert.Contains("nobody@example.org", result.Refused[0].ServerText, StringComparison.Ordinal);
        Assert.Equal(MailFaultKind.Refused, result.Fault?.Kind);
        await Submissions.To(_postfix).Submit($"Subject: after {mark}\r\n\r\n");
        await Delivered("after " + mark);
        Assert.Equal(before + 1, _postfix.DeliveredCount());
    }

    [Fact]
    public async Task Asks_about_the_size_before_it_sends()
    {
        var result = await Submissions.To(_postfix).Submit("Subject: big\r\n\r\n" + new string('x', 6_000_000));

        Assert.Equal((SubmissionOutcome.Rejected, MailFaultKind.TooLarge), (result.Outcome, result.Fault?.Kind));
    }

    [Theory]
    [InlineData(ConnectionSecurity.StartTls)]
    [InlineData(ConnectionSecurity.Tls)]
    public async Task Tells_a_wrong_password(ConnectionSecurity security)
    {
        var submission = Submissions.To(_postfix, security, password: "wrong");

        var result = await submission.Submit();
        var fault = await Assert.ThrowsAsync<MailFault>(() => submission.TestAsync(TestContext.Current.CancellationToken));

        Assert.Equal((SubmissionOutcome.Rejected, MailFaultKind.SignInRefused), (result.Outcome, result.Fault?.Kind));
        Assert.Equal(MailFaultKind.SignInRefused, fault.Kind);
        Assert.NotNull(fault.ServerText);
    }

    [Fact]
    public async Task Tests_a_login_without_sending() =>
        await Submissions.To(_postfix).TestAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Sends_nothing_over_a_certificate_nobody_vouches_for()
    {
        var result = await Submissions.To(_postfix.Port, ConnectionSecurity.StartTls).Submit();

        Assert.Equal((SubmissionOutcome.Rejected, MailFaultKind.Certificate), (result.Outcome, result.Fault?.Kind));
    }

    private Task<string> Delivered(string mark) => _postfix.DeliveredAsync(mark, TestContext.Current.CancellationToken);
}
