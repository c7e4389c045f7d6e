using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Pannier.Mail;
using Pannier.Mail.Discovery;
using Pannier.Mail.Imap;
using Pannier.Mail.Net;
using Pannier.Mail.Smtp;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Discovery;

public sealed class AccountTestTests : IClassFixture<Postfix>
{
    private readonly Postfix _postfix;

    public AccountTestTests(Postfix postfix) => _postfix = postfix;

    [Fact]
    public async Task Is_good_when_both_servers_take_the_login()
    {
        var result = await Test(_postfix.Imap.TlsPort, _postfix.TlsPort, Dovecot.Password);

        Assert.True(result.IsGood, $"{result.Imap} {result.Smtp}");
    }

    [Fact]
    public async Task Tells_each_servers_own_refusal()
    {
        var result = await Test(_postfix.Imap.TlsPort, _postfix.TlsPort, "wrong");

        Assert.Equal((MailFaultKind.SignInRefused, MailFaultKind.SignInRefused), (result.Imap?.Kind, result.Smtp?.Kind));
        Assert.False(result.IsGood);
    }

    [Fact]
    public async Task Says_the_same_after_the_same_time_of_closed_forbidden_and_no_mail_server()
    {
        await using var web = new ScriptedServer("S: HTTP/1.1 400 Bad Request\nCLOSE");
        var kinds = new List<(MailFaultKind?, string?)>();
        foreach (var port in new[] { FreePort.Next(), web.Port, 22 })
        {
            var since = Stopwatch.GetTimestamp();
            var result = await Test(port, port, "secret", allowed: port != 22);
            kinds.Add((result.Imap?.Kind, result.Imap?.ServerText));
            kinds.Add((result.Smtp?.Kind, result.Smtp?.ServerText));
            Assert.InRange(Stopwatch.GetElapsedTime(since), TimeSpan.FromSeconds(1.9), TimeSpan.FromSeconds(8));
        }

        Assert.Equal([(MailFaultKind.Unreachable, null)], kinds.Distinct());
    }

    private Task<AccountTestResult> Test(int imap, int smtp, string password, bool allowed = true)
    {
        var egress = new Egress(
            new EgressOptions
            {
                Allow = allowed ? [$"localhost:{imap}", $"localhost:{smtp}"] : [],
                TrustedCertificates = [_postfix.AuthorityFile, _postfix.Imap.AuthorityFile],
                ProbeTime = TimeSpan.FromSeconds(password == "secret" ? 2 : 20),
            },
            TimeProvider.System);
        return new AccountTest(egress, new ImapOptions(), new SmtpOptions(), TimeProvider.System, NullLogger<SmtpSubmission>.Instance).RunAsync(
            ImapStores.Server(imap, ConnectionSecurity.Tls), ImapStores.Server(smtp, ConnectionSecurity.Tls), Postfix.User, Secret.Of(password), TestContext.Current.CancellationToken);
    }
}
