using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Pannier.Core.Accounts;
using Pannier.Mail;
using Pannier.Mail.Imap;
using Pannier.Mail.Net;
using Pannier.Mail.Smtp;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Accounts;

public sealed class TryServersTests : IClassFixture<Postfix>
{
    private readonly Postfix _postfix;

    public TryServersTests(Postfix postfix) => _postfix = postfix;

    [Fact]
    public async Task Is_good_when_both_servers_take_the_login()
    {
        var result = await Test(_postfix.Imap.TlsPort, _postfix.TlsPort, Dovecot.Password);

        Assert.Equal(new AccountTrial(null, null), result);
    }

    [Fact]
    public async Task Tells_each_servers_own_refusal()
    {
        var result = await Test(_postfix.Imap.TlsPort, _postfix.TlsPort, "wrong");

        Assert.Equal((MailFaultKind.SignInRefused, MailFaultKind.SignInRefused), (result.Imap?.Kind, result.Smtp?.Kind));
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

    private async Task<AccountTrial> Test(int imap, int smtp, string password, bool allowed = true)
    {
        var egress = new Egress(
            new EgressOptions
            {
                Allow = allowed ? [$"localhost:{imap}", $"localhost:{smtp}"] : [],
                TrustedCertificates = [_postfix.AuthorityFile, _postfix.Imap.AuthorityFile],
                ProbeTime = TimeSpan.FromSeconds(password == "secret" ? 2 : 20),
            },
            TimeProvider.System);
        var stores = new OpenStores(egress, new ConnectionGovernor(new ImapOptions(), TimeProvider.System, NullLogger<ConnectionGovernor>.Instance), new ImapOptions(), new SmtpOptions(), TimeProvider.System, NullLoggerFactory.Instance);
        using var given = Secret.Of(password);
        return await new TryServers(stores, egress).TryAsync(Login(imap), given, Login(smtp), given, TestContext.Current.CancellationToken);
    }

    private static Login Login(int port) => new("localhost", port, ConnectionSecurity.Tls, Postfix.User);
}
