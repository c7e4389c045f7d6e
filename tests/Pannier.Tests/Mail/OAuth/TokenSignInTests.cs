using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Pannier.Mail;
using Pannier.Mail.Imap;
using Pannier.Mail.OAuth;
using Pannier.Mail.Smtp;
using Pannier.Tests.Mail.Imap;
using Pannier.Tests.Mail.Smtp;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.OAuth;

/// <summary>Tokens shown to real servers that ask a real provider about them, and to scripted ones that refuse.</summary>
public sealed class TokenSignInTests(TokenServers servers) : IClassFixture<TokenServers>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Dovecot_lets_a_token_in()
    {
        await using var store = Store(Tokens());

        Assert.NotEmpty(await store.Use(c => c.ListMailboxesAsync(Cancellation)));
    }

    [Fact]
    public async Task A_token_that_the_provider_has_forgotten_is_refreshed_once_and_let_in()
    {
        var tokens = Tokens();
        using var first = await tokens.GetAsync(Cancellation);
        servers.Idp.ForgetAccess();
        await using var store = Store(tokens);

        Assert.NotEmpty(await store.Use(c => c.ListMailboxesAsync(Cancellation)));
        using var second = await tokens.GetAsync(Cancellation);

        Assert.False(first.FixedTimeEquals(second));
    }

    [Fact]
    public async Task Postfix_takes_a_letter_from_a_token()
    {
        var submission = Submission(Tokens());

        var result = await submission.Submit("Subject: by token\r\n\r\nHello\r\n");

        Assert.Equal(SubmissionOutcome.Accepted, result.Outcome);
        Assert.Contains("Subject: by token", await servers.Postfix.DeliveredAsync("by token", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Postfix_refuses_what_the_provider_never_gave()
    {
        var fault = await Assert.ThrowsAsync<MailFault>(() => Submission(new GivenTokens(Secret.Of("made up"))).TestAsync(Cancellation));

        Assert.Equal(MailFaultKind.SignInRefused, fault.Kind);
    }

    [Theory]
    [InlineData("AUTH=XOAUTH2 AUTH=OAUTHBEARER", "OAUTHBEARER")]
    [InlineData("AUTH=PLAIN AUTH=XOAUTH2", "XOAUTH2")]
    public async Task The_standards_way_comes_before_the_older_one(string offered, string used)
    {
        await using var server = new ScriptedServer($"S: * OK [CAPABILITY IMAP4rev1 SASL-IR {offered}] ready\nC: AUTHENTICATE {used} *\nS: $ OK [CAPABILITY IMAP4rev1] in\nC: LIST*\nS: $ OK\nC: LIST*\nS: $ OK\nC: LIST*\nCLOSE");
        await using var store = Scripted(server, new GivenTokens(Secret.Of("tok")));

        await store.FaultAsync(c => c.ListMailboxesAsync(Cancellation)); // it has no INBOX; signing in is what counts

        var sent = Encoding.UTF8.GetString(Convert.FromBase64String(server.Heard.First().Split(' ')[3]));
        Assert.Contains("auth=Bearer tok", sent, StringComparison.Ordinal);
        Assert.Contains("ada@example.org", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_never_sent_for_a_token()
    {
        await using var server = new ScriptedServer("S: * OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready");
        await using var store = Scripted(server, new GivenTokens(Secret.Of("tok")));

        Assert.Equal(MailFaultKind.Unsupported, (await store.FaultAsync(c => c.ListMailboxesAsync(Cancellation))).Kind);
        Assert.Empty(server.Heard);
    }

    [Fact]
    public async Task A_token_that_is_refused_twice_is_a_refusal_in_the_servers_words()
    {
        const string Refuses = "S: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2] ready\nC: AUTHENTICATE XOAUTH2 *\nS: + eyJzdGF0dXMiOiI0MDAifQ==\nC: ~*\nS: $ NO [AUTHENTICATIONFAILED] OAuth token is not for this account";
        await using var server = new ScriptedServer(Refuses);
        await using var store = Scripted(server, Tokens());

        var fault = await store.FaultAsync(c => c.ListMailboxesAsync(Cancellation));

        Assert.Equal((MailFaultKind.SignInRefused, "OAuth token is not for this account"), (fault.Kind, fault.ServerText));
        Assert.Equal(2, server.Connections);
        Assert.Empty(server.Surprises);
    }

    [Fact]
    public async Task A_lapsed_consent_opens_no_line()
    {
        await using var server = new ScriptedServer("S: * OK [CAPABILITY IMAP4rev1 AUTH=XOAUTH2] ready");
        var keeper = new FakeKeeper(servers.Idp.Sign(DateTimeOffset.UtcNow));
        keeper.Change(null);
        await using var store = Scripted(server, new AccessTokens(servers.Idp.Provider(), servers.Idp.OAuthClient(TimeProvider.System), keeper, TimeProvider.System));

        Assert.Equal(MailFaultKind.ConsentLapsed, (await store.FaultAsync(c => c.ListMailboxesAsync(Cancellation))).Kind);
        Assert.Equal(0, server.Connections);
    }

    [Theory]
    [InlineData("S: 535 5.7.8 bad oauth token", MailFaultKind.SignInRefused)]
    [InlineData("S: 454 4.7.0 not now", MailFaultKind.Refused)]
    public async Task A_submission_server_that_refuses_a_token_says_why(string answer, MailFaultKind expected)
    {
        await using var server = new ScriptedServer($"S: 220 hi\nC: ~EHLO*\nS: 250-hi\nS: 250 AUTH XOAUTH2\nC: ~AUTH XOAUTH2*\n{answer}");
        var submission = new SmtpSubmission(
            new SmtpLogin(ImapStores.Server(server.Port), Postfix.User, new LoginProof.Token(Tokens())), ImapStores.Egress(server.Port), new SmtpOptions(), TimeProvider.System, NullLogger<SmtpSubmission>.Instance);

        Assert.Equal(expected, (await Assert.ThrowsAsync<MailFault>(() => submission.TestAsync(Cancellation))).Kind);
    }

    private AccessTokens Tokens()
    {
        var time = TimeProvider.System;
        return new(servers.Idp.Provider(), servers.Idp.OAuthClient(time), new FakeKeeper(servers.Idp.Sign(time.GetUtcNow())), time);
    }

    private ImapStore Store(IAccessTokens tokens) => Open(servers.Postfix.Imap.TlsPort, ConnectionSecurity.Tls, servers.Postfix.Imap.AuthorityFile, tokens);

    private static ImapStore Scripted(ScriptedServer server, IAccessTokens tokens) => Open(server.Port, ConnectionSecurity.None, null, tokens);

    private static ImapStore Open(int port, ConnectionSecurity security, string? authority, IAccessTokens tokens)
    {
        var options = new ImapOptions();
        return new ImapStore(
            new ImapLogin(ImapStores.Server(port, security), Postfix.User, new LoginProof.Token(tokens)),
            ImapStores.Egress(port, authority),
            new ConnectionGovernor(options, TimeProvider.System, NullLogger<ConnectionGovernor>.Instance),
            options,
            TimeProvider.System,
            NullLogger<ImapStore>.Instance);
    }

    private SmtpSubmission Submission(IAccessTokens tokens) => new(
        new SmtpLogin(ImapStores.Server(servers.Postfix.TlsPort, ConnectionSecurity.Tls), Postfix.User, new LoginProof.Token(tokens)),
        ImapStores.Egress(servers.Postfix.TlsPort, servers.Postfix.AuthorityFile),
        new SmtpOptions(),
        TimeProvider.System,
        NullLogger<SmtpSubmission>.Instance);
}
