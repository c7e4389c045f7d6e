using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Pannier.Mail;
using Pannier.Mail.Net;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Net;

public sealed class EgressTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly TestCertificates _certificates = new();
    private readonly List<string> _resolved = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _certificates.Dispose();
        _directory.Dispose();
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("10.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("::ffff:10.0.0.1")]
    public async Task Refuses_an_address_that_is_not_public(string host)
    {
        var egress = Make(new EgressOptions());

        Assert.Equal(MailFaultKind.Forbidden, await FaultAsync(() => egress.ConnectAsync(Server(host, 993), Cancellation)));
    }

    [Fact]
    public async Task Refuses_a_name_that_leads_to_addresses_not_public_and_asks_once()
    {
        var egress = Make(new EgressOptions(), IPAddress.Loopback, IPAddress.Parse("fd00::1"));

        Assert.Equal(MailFaultKind.Forbidden, await FaultAsync(() => egress.ConnectAsync(Server("mail.example.org", 993), Cancellation)));

        Assert.Equal(["mail.example.org"], _resolved);
    }

    [Fact]
    public async Task Only_the_host_and_port_that_are_allowed_are()
    {
        await using var server = new ScriptedServer("S: * OK hello");
        var egress = Make(new EgressOptions { Allow = [$"mail.internal:{server.Port}"], AllowClearText = ["mail.internal", "other.internal"] }, IPAddress.Loopback);

        await using var stream = await egress.ConnectAsync(Server("mail.internal", server.Port, ConnectionSecurity.None), Cancellation);

        Assert.Equal(MailFaultKind.Forbidden, await FaultAsync(() => egress.ConnectAsync(Server("mail.internal", server.Port + 1, ConnectionSecurity.None), Cancellation)));
        Assert.Equal(MailFaultKind.Forbidden, await FaultAsync(() => egress.ConnectAsync(Server("other.internal", server.Port, ConnectionSecurity.None), Cancellation)));
        Assert.Equal(MailFaultKind.Forbidden, await FaultAsync(() => egress.ConnectAsync(Server("127.0.0.1", server.Port), Cancellation)));
    }

    [Fact]
    public async Task Refuses_clear_text_to_a_host_it_is_not_allowed_for()
    {
        await using var server = new ScriptedServer("S: * OK hello");
        var egress = Make(new EgressOptions { Allow = [$"localhost:{server.Port}"] }, IPAddress.Loopback);

        Assert.Equal(MailFaultKind.Forbidden, await FaultAsync(() => egress.ConnectAsync(Server("localhost", server.Port, ConnectionSecurity.None), Cancellation)));
        Assert.Equal(0, server.Connections);
        Assert.False(egress.AllowsClearText(HostName.Read("localhost")!));
    }

    [Fact]
    public async Task Tries_the_next_address_when_one_is_closed()
    {
        await using var server = new ScriptedServer("S: * OK hello");
        var egress = Make(
            new EgressOptions { Allow = [$"localhost:{server.Port}"], AllowClearText = ["localhost"] }, IPAddress.Parse("127.0.0.99"), IPAddress.Parse("127.0.0.1"));

        await using var line = await egress.OpenAsync(Server("localhost", server.Port, ConnectionSecurity.None), Cancellation);

        Assert.False(line.IsEncrypted);
    }

    [Fact]
    public async Task What_is_closed_or_unknown_is_unreachable()
    {
        var closed = FreePort.Next();
        var egress = Make(new EgressOptions { Allow = [$"localhost:{closed}"] }, IPAddress.Loopback);
        var lost = new Egress(new EgressOptions(), TimeProvider.System, (_, _) => throw new SocketException((int)SocketError.HostNotFound));
        var empty = new Egress(new EgressOptions(), TimeProvider.System, (_, _) => Task.FromResult(Array.Empty<IPAddress>()));
        var slow = new Egress(
            new EgressOptions { ConnectTimeout = TimeSpan.FromSeconds(1) }, TimeProvider.System, async (_, token) =>
            {
                await Task.Delay(Timeout.Infinite, token);
                return [];
            });

        Assert.Equal(MailFaultKind.Unreachable, await FaultAsync(() => egress.ConnectAsync(Server("localhost", closed), Cancellation)));
        Assert.Equal(MailFaultKind.Unreachable, await FaultAsync(() => lost.ConnectAsync(Server("nowhere.example", 993), Cancellation)));
        Assert.Equal(MailFaultKind.Unreachable, await FaultAsync(() => empty.ConnectAsync(Server("nowhere.example", 993), Cancellation)));
        Assert.Equal(MailFaultKind.Unreachable, await FaultAsync(() => slow.ConnectAsync(Server("nowhere.example", 993), Cancellation)));
    }

    [Fact]
    public async Task A_callers_cancel_is_no_fault()
    {
        await using var server = new ScriptedServer("");
        var egress = Make(new EgressOptions { Allow = [$"localhost:{server.Port}"] }, IPAddress.Loopback);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => egress.ConnectAsync(Server("localhost", server.Port), cancel.Token));
    }

    [Fact]
    public async Task A_server_that_takes_the_connection_and_says_nothing_times_out()
    {
        await using var server = new ScriptedServer("");
        var egress = Make(new EgressOptions { Allow = [$"localhost:{server.Port}"], ConnectTimeout = TimeSpan.FromSeconds(1) }, IPAddress.Loopback);

        Assert.Equal(MailFaultKind.TimedOut, await FaultAsync(() => egress.ConnectAsync(Server("localhost", server.Port), Cancellation)));
    }

    [Fact]
    public async Task Silence_on_an_open_line_ends_it()
    {
        await using var server = new ScriptedServer("");
        var egress = Make(
            new EgressOptions { Allow = [$"localhost:{server.Port}"], AllowClearText = ["localhost"], SilenceLimit = TimeSpan.FromMilliseconds(50) }, IPAddress.Loopback);
        await using var line = await egress.OpenAsync(Server("localhost", server.Port, ConnectionSecurity.None), Cancellation);

        var silence = await Assert.ThrowsAsync<IOException>(async () => await line.Stream.ReadExactlyAsync(new byte[1].AsMemory(), Cancellation));

        Assert.IsType<TimeoutException>(silence.InnerException);
    }

    [Theory]
    [InlineData("good", null)]
    [InlineData("other name", MailFaultKind.Certificate)]
    [InlineData("expired", MailFaultKind.Certificate)]
    [InlineData("self-signed", MailFaultKind.Certificate)]
    [InlineData("no tls", MailFaultKind.Unreachable)]
    public async Task Judges_the_certificate(string which, MailFaultKind? expected)
    {
        using var certificate = which switch
        {
            "other name" => _certificates.Issue("other.example"),
            "expired" => _certificates.Issue("localhost", DateTimeOffset.UtcNow.AddDays(-1)),
            "self-signed" => TestCertificates.SelfSigned("localhost"),
            _ => _certificates.Issue("localhost"),
        };
        await using var server = new ScriptedServer(certificate, tlsAtOnce: which != "no tls", "S: * OK hello");
        var egress = Make(Trusting(server.Port), IPAddress.Loopback);
        MailFaultKind? found = null;
        try
        {
            await using var stream = await egress.ConnectAsync(Server("localhost", server.Port), Cancellation);
            Assert.IsType<SslStream>(stream);
        }
        catch (MailFault fault)
        {
            found = fault.Kind;
        }

        Assert.Equal(expected, found);
    }

    [Fact]
    public async Task An_authority_nobody_named_is_not_trusted()
    {
        using var certificate = _certificates.Issue("localhost");
        await using var server = new ScriptedServer(certificate, tlsAtOnce: true, "S: * OK hello");
        var egress = Make(Trusting(server.Port) with { TrustedCertificates = [] }, IPAddress.Loopback);

        Assert.Equal(MailFaultKind.Certificate, await FaultAsync(() => egress.ConnectAsync(Server("localhost", server.Port), Cancellation)));
        Assert.False(egress.RemoteCertificateValidation(this, certificate, null, SslPolicyErrors.RemoteCertificateChainErrors));
        Assert.True(egress.RemoteCertificateValidation(this, certificate, null, SslPolicyErrors.None));
    }

    [Theory]
    [InlineData("forbidden")]
    [InlineData("closed")]
    [InlineData("not mail")]
    [InlineData("silent")]
    [InlineData("dropped")]
    public async Task A_failed_probe_tells_and_takes_the_same_whatever_the_reason(string which)
    {
        await using var server = new ScriptedServer(which switch { "not mail" => "S: SSH-2.0", "dropped" => "CLOSE", _ => "" });
        var port = which == "closed" ? FreePort.Next() : server.Port;
        var options = new EgressOptions { Allow = which == "forbidden" ? [] : [$"localhost:{port}"], AllowClearText = ["localhost"], ProbeTime = TimeSpan.FromSeconds(1) };
        var egress = Make(options, IPAddress.Loopback);
        var since = Stopwatch.GetTimestamp();

        var fault = await Assert.ThrowsAsync<MailFault>(() => egress.ProbeAsync(
            async token =>
            {
                await using var store = ImapStores.Open(port, "anna", "pw", gate: egress);
                return await store.UseAsync((c, t) => c.ListMailboxesAsync(t), token);
            },
            Cancellation));

        var took = Stopwatch.GetElapsedTime(since);
        Assert.Equal((MailFaultKind.Unreachable, null, null), (fault.Kind, fault.ServerText, fault.InnerException));
        Assert.InRange(took, TimeSpan.FromSeconds(0.95), TimeSpan.FromSeconds(8)); // the upper bound leaves room for a busy machine
    }

    [Fact]
    public async Task A_probe_that_finds_a_server_answers_at_once()
    {
        var egress = Make(new EgressOptions());

        Assert.Equal(5, await egress.ProbeAsync(_ => Task.FromResult(5), Cancellation));
        Assert.Equal(
            MailFaultKind.SignInRefused, await FaultAsync(() => egress.ProbeAsync<int>(_ => throw new MailFault(MailFaultKind.SignInRefused), Cancellation)));
    }

    [Fact]
    public void Options_that_cannot_be_read_are_named()
    {
        var options = new EgressOptions { Allow = ["mail.example.org", "::1:993", "ok:993", "[::1]:143"], OtherPorts = [0, 24], AllowClearText = ["a b"], TrustedCertificates = ["/no/such.pem"] };

        var said = options.Validate(new ValidationContext(options)).Select(result => result.ErrorMessage!).ToList();
        var identity = new IdentityEgressOptions { AllowClearText = ["a b", "ok"] }.Validate(new ValidationContext(options));

        Assert.Equal(5, said.Count);
        Assert.Equal("Egress:Identity:AllowClearText: \"a b\" is not a host name.", Assert.Single(identity).ErrorMessage);
        Assert.Contains("\"mail.example.org\" is not host:port", said[0], StringComparison.Ordinal);
        Assert.Equal(("[::1]:143", "ok:993"), (HostPort.Read("[::1]:143")!.ToString(), HostPort.Read("OK:993")!.ToString()));
    }

    private static ServerAddress Server(string host, int port, ConnectionSecurity security = ConnectionSecurity.Tls) =>
        new(HostName.Read(host)!, Port.Of(port)!, security);

    private static async Task<MailFaultKind> FaultAsync(Func<Task> act) => (await Assert.ThrowsAsync<MailFault>(act)).Kind;

    private EgressOptions Trusting(int port) => new() { Allow = [$"localhost:{port}"], TrustedCertificates = [_certificates.WriteAuthority(_directory.Path)] };

    private Egress Make(EgressOptions options, params IPAddress[] addresses) => new(options, TimeProvider.System, (name, _) =>
    {
        _resolved.Add(name);
        return Task.FromResult(addresses);
    });
}
