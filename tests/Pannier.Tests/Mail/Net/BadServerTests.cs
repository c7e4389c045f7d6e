using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Pannier.Mail;
using Pannier.Mail.Imap;
using Pannier.Mail.Net;
using Pannier.Mail.Smtp;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Net;

/// <summary>
/// Servers that are not what they should be: whatever they do, they get no octet of user name or password, neither as it
/// comes over the line nor as they could decrypt it.
/// </summary>
public sealed class BadServerTests : IDisposable
{
    private const string User = "anna-the-user";
    private const string Password = "correct-horse-battery";
    private const string ImapSignIn = "S: * OK [CAPABILITY IMAP4rev1] hi\nC: LOGIN*\nS: $ NO no\n";
    private const string SmtpSignIn = "C: ~EHLO*\nS: 250-hi\nS: 250 AUTH PLAIN\nC: ~AUTH*\nS: 535 no\n";

    /// <summary>A hello that picks TLS 1.0 and an old cipher, whatever was offered.</summary>
    private const string OldHello = "S& \u0016\u0003\u0001\u0000\u002a\u0002\u0000\u0000\u0026\u0003\u0001AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\u0000\u0000/\u0000\n";

    private readonly TempDirectory _directory = new();
    private readonly TestCertificates _certificates = new();

    public static TheoryData<string, string, string, MailFaultKind> Bad
    {
        get
        {
            var all = new TheoryData<string, string, string, MailFaultKind>();
            foreach (var (certificate, fault) in (KeyValuePair<string, MailFaultKind>[])
                [new("self-signed", MailFaultKind.Certificate), new("expired", MailFaultKind.Certificate), new("not yet", MailFaultKind.Certificate), new("wrong host", MailFaultKind.Certificate), new("old tls", MailFaultKind.Unreachable)])
            {
                foreach (var protocol in (string[])["imap", "smtp"])
                {
                    all.Add(protocol, "tls", certificate, fault);
                    all.Add(protocol, "starttls", certificate, fault);
                }
            }

            all.Add("imap", "S: * OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] stripped\nC: STARTTLS\nS: $ BAD no such command\n", "good", MailFaultKind.TlsUnavailable);
            all.Add("imap", "S: * PREAUTH [CAPABILITY IMAP4rev1] come in\n", "good", MailFaultKind.TlsUnavailable);
            all.Add("imap", "S: * OK hi\nC: STARTTLS\nS: $ OK go\nS: * OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] injected\nTLS\n", "good", MailFaultKind.Unreachable);
            all.Add("smtp", "S: 220 hi\nC: ~EHLO*\nS: 250-hi\nS: 250 AUTH PLAIN LOGIN\n", "good", MailFaultKind.TlsUnavailable);
            all.Add("smtp", "S: 220 hi\nC: ~EHLO*\nS: 250 STARTTLS\nC: ~STARTTLS\nS: 454 not now\n", "good", MailFaultKind.TlsUnavailable);
            all.Add("smtp", "S: 220 hi\nC: ~EHLO*\nS: 250 STARTTLS\nC: ~STARTTLS\nS: 220 go\nS: 250 AUTH PLAIN injected\nTLS\n", "good", MailFaultKind.Unreachable);
            return all;
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _certificates.Dispose();
        _directory.Dispose();
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_bad_server_gets_no_octet_of_a_credential(string protocol, string way, string certificate, MailFaultKind expected)
    {
        using var shown = Certificate(certificate);
        await using var server = new ScriptedServer(shown, tlsAtOnce: way == "tls" && certificate != "old tls", Script(protocol, way, certificate));
        await using var tap = new Tap(server.Port);

        var fault = await SignInAsync(protocol, tap.Port, way == "tls" ? ConnectionSecurity.Tls : ConnectionSecurity.StartTls, null);

        Assert.Equal(expected, Assert.IsType<MailFault>(fault).Kind);
        await tap.ClosedAsync();
        Assert.Empty(Leaks(tap, server));
        Assert.True(server.Connections > 0);
    }

    /// <summary>The same on a good server: what looks for leaks finds the password where it should be, and only encrypted on the line.</summary>
    [Theory]
    [InlineData("imap", "tls")]
    [InlineData("imap", "starttls")]
    [InlineData("smtp", "tls")]
    [InlineData("smtp", "starttls")]
    public async Task A_good_server_gets_them_and_the_line_does_not(string protocol, string way)
    {
        using var shown = Certificate("good");
        await using var server = new ScriptedServer(shown, tlsAtOnce: way == "tls", Script(protocol, way, "good"));
        await using var tap = new Tap(server.Port);

        await SignInAsync(protocol, tap.Port, way == "tls" ? ConnectionSecurity.Tls : ConnectionSecurity.StartTls, null);

        Assert.All(Leaks(tap, server), leak => Assert.StartsWith("heard", leak, StringComparison.Ordinal));
        Assert.NotEmpty(Leaks(tap, server));
    }

    [Theory]
    [InlineData("imap", "self-signed")]
    [InlineData("smtp", "self-signed")]
    [InlineData("imap", "expired")]
    [InlineData("smtp", "wrong host")]
    public async Task A_pinned_certificate_is_trusted_and_no_other_even_a_good_one(string protocol, string certificate)
    {
        using var shown = Certificate(certificate);
        using var good = Certificate("good");
        await using var server = new ScriptedServer(shown, tlsAtOnce: true, Script(protocol, "tls", certificate));
        await using var other = new ScriptedServer(good, tlsAtOnce: true, Script(protocol, "tls", certificate));
        await using var tap = new Tap(other.Port);
        var pin = CertificatePin.Of(shown);

        var unpinned = Assert.IsType<MailFault>(await SignInAsync(protocol, server.Port, ConnectionSecurity.Tls, null));
        Assert.DoesNotContain(server.Heard, line => line != "(closed)");
        await SignInAsync(protocol, server.Port, ConnectionSecurity.Tls, pin);
        var changed = Assert.IsType<MailFault>(await SignInAsync(protocol, tap.Port, ConnectionSecurity.Tls, pin));

        Assert.Equal(new SeenCertificate(pin, null, certificate switch { "expired" => CertificateFlaw.Expired, "wrong host" => CertificateFlaw.OtherName, _ => CertificateFlaw.Untrusted }), unpinned.Seen);
        Assert.Contains(server.Heard, line => line.Contains(Password, StringComparison.Ordinal) || line.StartsWith("AUTH", StringComparison.Ordinal));
        Assert.Equal((MailFaultKind.Certificate, CertificatePin.Of(good), pin), (changed.Kind, changed.Seen?.Pin, changed.Seen?.Pinned));
        await tap.ClosedAsync();
        Assert.Empty(Leaks(tap, other));
    }

    [Fact]
    public void A_pin_is_64_digits_and_shown_in_groups_of_four()
    {
        using var certificate = Certificate("good");
        var pin = CertificatePin.Of(certificate);

        Assert.Equal(pin, CertificatePin.Read(pin.ToString()));
        Assert.Equal(certificate.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256), pin.Shown.Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(16, pin.Shown.Split(' ').Length);
        Assert.Null(CertificatePin.Read(pin.Value.ToUpperInvariant()));
        Assert.Null(CertificatePin.Read(pin.Value[1..]));
    }

    private static string Script(string protocol, string way, string certificate)
    {
        var signIn = protocol == "imap" ? ImapSignIn : "S: 220 hi\n" + SmtpSignIn;
        var secure = certificate == "old tls" ? OldHello : "TLS\n";
        return (protocol, way) switch
        {
            (_, "tls") => certificate == "old tls" ? OldHello : signIn,
            ("imap", "starttls") => "S: * OK hi\nC: STARTTLS\nS: $ OK go\n" + secure + signIn[(signIn.IndexOf('\n', StringComparison.Ordinal) + 1)..].Insert(0, "C: CAPABILITY\nS: * CAPABILITY IMAP4rev1\nS: $ OK done\n"),
            ("smtp", "starttls") => "S: 220 hi\nC: ~EHLO*\nS: 250 STARTTLS\nC: ~STARTTLS\nS: 220 go\n" + secure + SmtpSignIn,
            _ => way,
        };
    }

    private static IEnumerable<string> Leaks(Tap tap, ScriptedServer server)
    {
        var line = Encoding.Latin1.GetString(tap.Sent);
        foreach (var secret in Forms())
        {
            if (line.Contains(secret, StringComparison.OrdinalIgnoreCase)) yield return "line: " + secret;
            if (server.Heard.Any(heard => heard.Contains(secret, StringComparison.OrdinalIgnoreCase))) yield return "heard: " + secret;
        }
    }

    /// <summary>Clear, and in base64 by itself and as PLAIN puts both together.</summary>
    private static IEnumerable<string> Forms() =>
        [User, Password, .. new[] { User, Password, $"\0{User}\0{Password}" }.Select(text => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('='))];

    private async Task<Exception> SignInAsync(string protocol, int port, ConnectionSecurity security, CertificatePin? pin)
    {
        var egress = ImapStores.Egress(port, _certificates.WriteAuthority(_directory.Path));
        var server = ImapStores.Server(port, security) with { Pin = pin };
        if (protocol == "smtp")
        {
            var submission = new SmtpSubmission(new SmtpLogin(server, User, Secret.Of(Password)), egress, new SmtpOptions(), TimeProvider.System, NullLogger<SmtpSubmission>.Instance);
            return await Assert.ThrowsAnyAsync<Exception>(() => submission.TestAsync(Cancellation));
        }

        var options = new ImapOptions();
        await using var store = new ImapStore(
            new ImapLogin(server, User, Secret.Of(Password)), egress, new ConnectionGovernor(options, TimeProvider.System, NullLogger<ConnectionGovernor>.Instance), options, TimeProvider.System, NullLogger<ImapStore>.Instance);
        return await Assert.ThrowsAnyAsync<Exception>(() => store.UseAsync((_, _) => Task.FromResult(true), Cancellation));
    }

    private X509Certificate2 Certificate(string which) => which switch
    {
        "self-signed" => TestCertificates.SelfSigned("localhost"),
        "expired" => _certificates.Issue("localhost", DateTimeOffset.UtcNow.AddDays(-1)),
        "not yet" => _certificates.Issue("localhost", DateTimeOffset.UtcNow.AddDays(90)),
        "wrong host" => _certificates.Issue("other.example"),
        _ => _certificates.Issue("localhost"),
    };
}
