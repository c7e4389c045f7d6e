using System.Net;
using System.Text;
using Pannier.Mail;
using Pannier.Mail.Net;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Net;

public sealed class EgressHttpTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly TestCertificates _certificates = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _certificates.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task Gets_a_small_document_without_cookies_or_proxy()
    {
        await using var server = new ScriptedServer(Answer("200 OK", "Content-Type: Text/XML; charset=utf-8\\r\\nSet-Cookie: a=b\\r\\n", "<x/>"));
        using var http = Make(server);

        var answer = await http.GetAsync(Address(server), 100, TimeSpan.FromSeconds(10), Cancellation);
        await http.GetAsync(Address(server), 100, TimeSpan.FromSeconds(10), Cancellation);

        Assert.Equal((HttpStatusCode.OK, "text/xml", "<x/>"), (answer.Status, answer.MediaType, Encoding.UTF8.GetString(answer.Content.Span)));
        Assert.DoesNotContain(server.Heard, line => line.StartsWith("Cookie", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Names_no_request_of_ours_to_strangers()
    {
        await using var server = new ScriptedServer(Answer("200 OK", "", "x"));
        using var http = Make(server);
        using var activity = new System.Diagnostics.Activity("a request of a person's").Start();

        await http.GetAsync(Address(server), 100, TimeSpan.FromSeconds(10), Cancellation);

        Assert.DoesNotContain(server.Heard, line => line.StartsWith("traceparent", StringComparison.OrdinalIgnoreCase) || line.StartsWith("baggage", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Speaks_tls_by_the_same_rules()
    {
        using var certificate = _certificates.Issue("localhost");
        await using var server = new ScriptedServer(certificate, tlsAtOnce: true, Answer("404 Not Found", "", ""));
        using var http = Make(server);
        using var strict = new EgressHttp(new Egress(new WebEgressOptions { Allow = [$"localhost:{server.Port}"] }, TimeProvider.System), TimeProvider.System);

        var answer = await http.GetAsync(Address(server, "https"), 100, TimeSpan.FromSeconds(10), Cancellation);

        Assert.Equal((HttpStatusCode.NotFound, null), (answer.Status, answer.MediaType));
        Assert.Equal(MailFaultKind.Certificate, await FaultAsync(strict, Address(server, "https")));
    }

    [Fact]
    public async Task Follows_three_redirects_and_no_more()
    {
        await using var three = new ScriptedServer(Redirect("/a"), Redirect("/b"), Redirect("/c"), Answer("200 OK", "", "there"));
        await using var endless = new ScriptedServer(Redirect("/again"));
        using var near = Make(three);
        using var far = Make(endless);

        var answer = await near.GetAsync(Address(three), 100, TimeSpan.FromSeconds(10), Cancellation);

        Assert.Equal("/c", answer.Address.AbsolutePath);
        Assert.Equal(MailFaultKind.Protocol, await FaultAsync(far, Address(endless)));
        Assert.Equal(4, endless.Connections);
    }

    [Fact]
    public async Task A_redirect_to_a_place_within_is_refused()
    {
        await using var inner = new ScriptedServer(Answer("200 OK", "", "secret"));
        await using var server = new ScriptedServer(Redirect($"http://127.0.0.1:{inner.Port}/"));
        using var http = Make(server);

        Assert.Equal(MailFaultKind.Forbidden, await FaultAsync(http, Address(server)));
        Assert.Equal(0, inner.Connections);
    }

    [Fact]
    public async Task A_redirect_from_https_to_http_is_refused()
    {
        using var certificate = _certificates.Issue("localhost");
        await using var server = new ScriptedServer(certificate, tlsAtOnce: true, Redirect("http://localhost/"));
        using var http = Make(server);

        Assert.Equal(MailFaultKind.Protocol, await FaultAsync(http, Address(server, "https")));
    }

    [Theory]
    [InlineData("ftp://localhost/")]
    [InlineData("http://user:pw@localhost/")]
    [InlineData("file:///etc/passwd")]
    public async Task Only_plain_web_addresses_are_fetched(string address)
    {
        await using var server = new ScriptedServer("CLOSE");
        using var http = Make(server);

        Assert.Equal(MailFaultKind.Protocol, await FaultAsync(http, new Uri(address)));
        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task Too_large_or_too_slow_or_broken_is_a_fault()
    {
        await using var large = new ScriptedServer(Answer("200 OK", "", new string('x', 101)));
        await using var slow = new ScriptedServer("C: *");
        await using var broken = new ScriptedServer("S& HTTP/1.1 200 OK\\r\\nContent-Length: 50\\r\\n\\r\\nabc\nCLOSE");
        await using var noise = new ScriptedServer("S: SSH-2.0");
        using var one = Make(large);
        using var two = Make(slow);
        using var three = Make(broken);
        using var four = Make(noise);

        Assert.Equal(MailFaultKind.Protocol, await FaultAsync(one, Address(large)));
        Assert.Equal(MailFaultKind.TimedOut, await FaultAsync(two, Address(slow), TimeSpan.FromMilliseconds(300)));
        Assert.Equal(MailFaultKind.Dropped, await FaultAsync(three, Address(broken)));
        Assert.Equal(MailFaultKind.Protocol, await FaultAsync(four, Address(noise)));
    }

    private static Uri Address(ScriptedServer server, string scheme = "http") => new($"{scheme}://localhost:{server.Port}/start");

    private static string Answer(string status, string headers, string body) =>
        $"S& HTTP/1.1 {status}\\r\\nConnection: close\\r\\nContent-Length: {body.Length}\\r\\n{headers}\\r\\n{body}\nEND";

    private static string Redirect(string to) => Answer("302 Found", $"Location: {to}\\r\\n", "");

    private static async Task<MailFaultKind> FaultAsync(EgressHttp http, Uri address, TimeSpan? atMost = null) =>
        (await Assert.ThrowsAsync<MailFault>(() => http.GetAsync(address, 100, atMost ?? TimeSpan.FromSeconds(10), Cancellation))).Kind;

    private EgressHttp Make(ScriptedServer server) => new(
        new Egress(
            new WebEgressOptions { Allow = [$"localhost:{server.Port}"], TrustedCertificates = [_certificates.WriteAuthority(_directory.Path)] }, TimeProvider.System),
        TimeProvider.System);
}
