using Pannier.Mail;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Imap;

public sealed class SignInTranscriptTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("S: * OK [CAPABILITY IMAP4rev1 LOGINDISABLED AUTH=XOAUTH2] ready", MailFaultKind.OAuthRequired)]
    [InlineData("S: * OK [CAPABILITY IMAP4rev1 AUTH=OAUTHBEARER AUTH=XOAUTH2] ready", MailFaultKind.OAuthRequired)]
    [InlineData("S: * OK [CAPABILITY IMAP4rev1 LOGINDISABLED] ready", MailFaultKind.Unsupported)]
    [InlineData("S: * PREAUTH [CAPABILITY IMAP4rev1] hello\nC: LIST \"\" \"\"\nS: $ OK\nC: LIST \"\" \"INBOX\"\nS: $ OK", MailFaultKind.Protocol)]
    [InlineData("S: HTTP/1.1 400 Bad Request", MailFaultKind.Protocol)]
    [InlineData("S: 220 mail.example.org ESMTP", MailFaultKind.Protocol)]
    [InlineData("S: * BYE go away", MailFaultKind.Dropped)]
    [InlineData("S: * BYE [LIMIT] Too many simultaneous connections\nCLOSE", MailFaultKind.TooManyConnections)]
    [InlineData("CLOSE", MailFaultKind.Dropped)]
    public async Task A_greeting_says_what_kind_of_server_it_is(string greeting, MailFaultKind expected)
    {
        await using var server = new ScriptedServer(greeting);
        await using var store = server.Store();

        var fault = await store.FaultAsync(c => c.ListMailboxesAsync(Cancellation));

        Assert.Equal(expected, fault.Kind);
    }

    [Fact]
    public async Task Words_of_what_is_no_mail_server_are_never_shown()
    {
        await using var server = new ScriptedServer("S: * BYE <script>internal panel 10.0.0.7</script>");
        await using var store = server.Store();

        Assert.Null((await store.FaultAsync(c => c.ListMailboxesAsync(Cancellation))).ServerText);
    }

    [Theory]
    [InlineData("NO [AUTHENTICATIONFAILED] wrong", MailFaultKind.SignInRefused, "wrong")]
    [InlineData("NO [ALERT] Application-specific password required", MailFaultKind.SignInRefused, "Application-specific password required")]
    [InlineData("NO LOGIN failed.", MailFaultKind.SignInRefused, "LOGIN failed.")]
    [InlineData("NO BasicAuthBlocked", MailFaultKind.OAuthRequired, "BasicAuthBlocked")]
    [InlineData("NO [UNAVAILABLE] try later", MailFaultKind.Refused, "try later")]
    [InlineData("NO [LIMIT] Maximum number of connections from user+IP exceeded", MailFaultKind.TooManyConnections, "Maximum number of connections from user+IP exceeded")]
    [InlineData("NO Account is in use. Suggested Backoff Time: 299961 milliseconds", MailFaultKind.TooManyConnections, "Account is in use. Suggested Backoff Time: 299961 milliseconds")]
    public async Task A_refused_sign_in_says_why(string answer, MailFaultKind expected, string text)
    {
        await using var server = new ScriptedServer($"""
            S: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready
            C: AUTHENTICATE PLAIN *
            S: $ {answer}
            """);
        await using var store = server.Store();

        var fault = await store.FaultAsync(c => c.ListMailboxesAsync(Cancellation));

        Assert.Equal((expected, text), (fault.Kind, fault.ServerText));
        if (text.Contains("Backoff", StringComparison.Ordinal)) Assert.Equal(TimeSpan.FromMilliseconds(299961), fault.BackOff);
        Assert.True(store.Health.NotBefore is not null);
    }

    [Fact]
    public async Task The_login_command_is_used_where_no_mechanism_is_offered()
    {
        await using var server = new ScriptedServer("""
            S: * OK [CAPABILITY IMAP4rev1] ready
            C: LOGIN anna pw
            S: $ OK [CAPABILITY IMAP4rev1 ID] in
            C: LIST "" ""
            S: * LIST (\Noselect) "/" ""
            S: $ OK
            C: LIST "" "INBOX"
            S: * LIST () "/" INBOX
            S: $ OK
            C: ID ("name" "Pannier")
            S: $ BAD what
            C: STATUS INBOX *
            S: * STATUS INBOX (MESSAGES 1 UIDNEXT 2 UIDVALIDITY 3 UNSEEN 1)
            S: $ OK
            """);
        await using var store = server.Store();

        var state = await store.Use(c => c.SelectAsync(ImapScript.InboxName, Cancellation));

        Assert.Equal(new MailboxState(3, 2, 1, 1, null), state);
        Assert.Empty(server.Surprises);
    }

    [Fact]
    public async Task A_refused_scram_is_tried_once_more_as_plain()
    {
        await using var server = new ScriptedServer("""
            S: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN AUTH=SCRAM-SHA-256] ready
            C: AUTHENTICATE SCRAM-SHA-256 *
            S: $ NO [AUTHENTICATIONFAILED] no
            C: AUTHENTICATE PLAIN AGFubmEAcHc=
            S: $ NO [AUTHENTICATIONFAILED] still no
            """);
        await using var store = server.Store();

        var fault = await store.FaultAsync(c => c.ListMailboxesAsync(Cancellation));

        Assert.Equal((MailFaultKind.SignInRefused, "still no"), (fault.Kind, fault.ServerText));
        Assert.Empty(server.Surprises);
    }

    [Theory]
    [InlineData("C: STARTTLS\nS: $ BAD no such command", MailFaultKind.TlsUnavailable)]
    [InlineData("C: STARTTLS\nS: * OK [ALERT] news\nS: $ OK go\nS: * OK injected", MailFaultKind.Unreachable)]
    [InlineData("C: STARTTLS\nCLOSE", MailFaultKind.Dropped)]
    public async Task Without_starttls_nothing_secret_is_sent(string answer, MailFaultKind expected)
    {
        await using var server = new ScriptedServer("S: * OK [CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN] ready\n" + answer);
        await using var store = server.Store(ConnectionSecurity.StartTls);

        var fault = await store.FaultAsync(c => c.ListMailboxesAsync(Cancellation));

        Assert.Equal(expected, fault.Kind);
        Assert.DoesNotContain(server.Heard, line => line.Contains("AUTHENTICATE", StringComparison.Ordinal) || line.Contains("LOGIN", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("S: * PREAUTH hello", MailFaultKind.TlsUnavailable)]
    [InlineData("S: HTTP/1.1 200 OK", MailFaultKind.Protocol)]
    public async Task Starttls_begins_only_after_a_proper_greeting(string greeting, MailFaultKind expected)
    {
        await using var server = new ScriptedServer(greeting);
        await using var store = server.Store(ConnectionSecurity.StartTls);

        Assert.Equal(expected, (await store.FaultAsync(c => c.ListMailboxesAsync(Cancellation))).Kind);
    }

    [Fact]
    public async Task A_line_without_end_is_no_greeting()
    {
        await using var server = new ScriptedServer("S& " + new string('x', 10000));
        await using var store = server.Store(ConnectionSecurity.StartTls);

        Assert.Equal(MailFaultKind.Protocol, (await store.FaultAsync(c => c.ListMailboxesAsync(Cancellation))).Kind);
    }
}
