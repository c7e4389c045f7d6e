using Pannier.Demo;
using Pannier.Mail;
using Pannier.Mail.Smtp;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Smtp;

/// <summary>The demo provider keeps the promises the submission relies on.</summary>
public sealed class DemoSubmissionTests : IAsyncLifetime
{
    private const string Ada = "ada@demo.example";
    private const string Bob = "bob@demo.example";
    private readonly TempDirectory _directory = new();
    private DemoProvider _demo = null!; // set before each test

    public async ValueTask InitializeAsync()
    {
        _demo = await DemoProvider.StartAsync(
            new DemoOptions { Accounts = [new(Ada, "secret"), new(Bob, "secret")] }, TimeProvider.System, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_directory.File("authority.pem"), _demo.CertificateAuthorityPem, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _demo.DisposeAsync();
        _directory.Dispose();
    }

    [Theory]
    [InlineData(ConnectionSecurity.Tls)]
    [InlineData(ConnectionSecurity.StartTls)]
    public async Task Accepts_over_tls(ConnectionSecurity security) =>
        Assert.Equal(SubmissionOutcome.Accepted, (await To(security).Submit(from: Ada, to: Bob)).Outcome);

    [Fact]
    public async Task Says_that_the_reply_was_lost_after_the_message_was_taken()
    {
        _demo.Faults.LoseNextDataReply();

        Assert.Equal(SubmissionOutcome.ReplyLost, (await To().Submit(from: Ada, to: Bob)).Outcome);
        Assert.Equal(SubmissionOutcome.Accepted, (await To().Submit(from: Ada, to: Bob)).Outcome);
    }

    [Fact]
    public async Task Names_the_recipient_that_was_refused()
    {
        _demo.Faults.RefuseRecipient(Bob, "no \u001b[31m such person");

        var result = await To().Submit(from: Ada, to: [Ada, Bob]);

        Assert.Equal((SubmissionOutcome.Rejected, Bob), (result.Outcome, Assert.Single(result.Refused).Address));
        Assert.DoesNotContain(result.Refused[0].ServerText, char.IsControl);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Nothing_was_sent_when_the_line_drops_before_the_message(int commands)
    {
        _demo.Faults.DropSmtpAfter(commands);

        Assert.Equal(SubmissionOutcome.NotSent, (await To().Submit(from: Ada, to: Bob)).Outcome);
    }

    [Fact]
    public async Task A_refused_login_is_no_matter_for_another_try()
    {
        _demo.Faults.RefusedLogins = "not today";

        var result = await To().Submit(from: Ada, to: Bob);

        Assert.Equal((SubmissionOutcome.Rejected, MailFaultKind.SignInRefused), (result.Outcome, result.Fault?.Kind));
    }

    [Fact]
    public async Task Names_an_address_it_cannot_take_without_smtputf8()
    {
        _demo.Faults.Withhold("SMTPUTF8");

        Assert.Equal("jörg@demo.example", Assert.Single((await To().Submit(from: Ada, to: "jörg@demo.example")).Refused).Address);
    }

    private SmtpSubmission To(ConnectionSecurity security = ConnectionSecurity.StartTls) =>
        Submissions.To(security == ConnectionSecurity.Tls ? _demo.SmtpTlsPort : _demo.SmtpPort, security, Ada, "secret", _directory.File("authority.pem"));
}
