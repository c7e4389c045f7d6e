using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Pannier.Mail;
using Pannier.Mail.Net;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Net;

/// <summary>Each purpose has its own ports and its own rule about clear text; what it refuses is not even looked up.</summary>
public sealed class EgressPolicyTests
{
    private static readonly IPAddress Public = IPAddress.Parse("93.184.215.14");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<EgressPolicy, int[], int[]> Purposes => new()
    {
        { new EgressOptions(), [110, 143, 465, 587, 993, 995, 2525, 4190], [1, 22, 25, 80, 443, 3306, 5432, 6379, 8080, 65535] },
        { new WebEgressOptions(), [80, 443], [1, 22, 25, 143, 993, 8080, 8443] },
        { new IdentityEgressOptions(), [443], [22, 80, 993, 8443] },
        { new WebEgressOptions { OtherPorts = [8443] }, [80, 443, 8443], [8080] },
    };

    [Theory]
    [MemberData(nameof(Purposes))]
    public async Task A_purpose_reaches_its_ports_and_asks_nobody_about_others(EgressPolicy policy, int[] open, int[] closed)
    {
        var asked = new List<string>();
        var dialled = new List<IPEndPoint>();
        var egress = new Egress(policy, TimeProvider.System, (name, _) =>
        {
            asked.Add(name);
            return Task.FromResult<IPAddress[]>([Public]);
        })
        {
            Dial = (address, _) =>
            {
                dialled.Add(address);
                return Task.FromResult(Stream.Null);
            },
        };

        foreach (var port in open) await (await egress.OpenAsync(Server("host.example", port), Cancellation)).DisposeAsync();
        foreach (var port in closed)
            Assert.Equal(MailFaultKind.Forbidden, (await Assert.ThrowsAsync<MailFault>(() => egress.OpenAsync(Server("host.example", port), Cancellation))).Kind);

        Assert.Equal(open.Select(port => new IPEndPoint(Public, port)), dialled);
        Assert.Equal(open.Length, asked.Count);
    }

    [Fact]
    public void Only_the_web_is_spoken_to_in_clear_text_unasked()
    {
        var host = HostName.Read("host.example")!;

        Assert.False(new EgressOptions().AllowsClearText(host));
        Assert.False(new IdentityEgressOptions().AllowsClearText(host));
        Assert.True(new WebEgressOptions().AllowsClearText(host));
        Assert.True(new EgressOptions { AllowClearText = ["HOST.example"] }.AllowsClearText(host));
        Assert.True(new IdentityEgressOptions { AllowClearText = ["host.example"] }.AllowsClearText(host));
    }

    [Fact]
    public async Task A_provider_of_identities_is_not_asked_by_http_unless_the_site_says_so()
    {
        await using var server = new ScriptedServer("S& HTTP/1.1 200 OK\\r\\nConnection: close\\r\\nContent-Length: 2\\r\\n\\r\\n{}\nEND");
        using var strict = new IdentityHttp(new Egress(new IdentityEgressOptions { Allow = [$"localhost:{server.Port}"] }, TimeProvider.System), TimeProvider.System);
        using var open = new IdentityHttp(new Egress(new IdentityEgressOptions { Allow = [$"localhost:{server.Port}"], AllowClearText = ["localhost"] }, TimeProvider.System), TimeProvider.System);
        var address = new Uri($"http://localhost:{server.Port}/token");

        Assert.Equal(MailFaultKind.Forbidden, (await Assert.ThrowsAsync<MailFault>(() => strict.GetAsync(address, 100, TimeSpan.FromSeconds(10), Cancellation))).Kind);
        Assert.Equal(0, server.Connections);
        Assert.Equal(2, (await open.GetAsync(address, 100, TimeSpan.FromSeconds(10), Cancellation)).Content.Length);
    }

    [Fact]
    public async Task What_is_sent_to_one_place_follows_no_redirect()
    {
        await using var server = new ScriptedServer("S& HTTP/1.1 307 Temporary Redirect\\r\\nConnection: close\\r\\nLocation: /elsewhere\\r\\nContent-Length: 0\\r\\n\\r\\n\nEND");
        using var http = new EgressHttp(new Egress(new WebEgressOptions { Allow = [$"localhost:{server.Port}"] }, TimeProvider.System), TimeProvider.System);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"http://localhost:{server.Port}/token")) { Content = new FormUrlEncodedContent([new("code", "secret")]) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "x");
        using var nowhere = new HttpRequestMessage();

        var answer = await http.SendAsync(request, 100, TimeSpan.FromSeconds(10), Cancellation);

        Assert.Equal(HttpStatusCode.TemporaryRedirect, answer.Status);
        Assert.Equal(1, server.Connections);
        Assert.Equal(MailFaultKind.Protocol, (await Assert.ThrowsAsync<MailFault>(() => http.SendAsync(nowhere, 100, TimeSpan.FromSeconds(10), Cancellation))).Kind);
    }

    [Fact]
    public async Task A_redirect_to_a_port_that_is_not_the_webs_is_refused()
    {
        await using var server = new ScriptedServer("S& HTTP/1.1 302 Found\\r\\nConnection: close\\r\\nLocation: http://host.example:6379/\\r\\nContent-Length: 0\\r\\n\\r\\n\nEND");
        using var http = new EgressHttp(
            new Egress(new WebEgressOptions { Allow = [$"start.example:{server.Port}"] }, TimeProvider.System, (name, _) => Task.FromResult<IPAddress[]>([name == "start.example" ? IPAddress.Loopback : Public])), TimeProvider.System);

        var fault = await Assert.ThrowsAsync<MailFault>(() => http.GetAsync(new Uri($"http://start.example:{server.Port}/"), 100, TimeSpan.FromSeconds(10), Cancellation));

        Assert.Equal(MailFaultKind.Forbidden, fault.Kind);
    }

    [Fact]
    public async Task A_name_that_changes_its_address_between_redirects_is_checked_each_time()
    {
        var answers = new Queue<IPAddress>([Public, IPAddress.Loopback]);
        await using var server = new ScriptedServer("S& HTTP/1.1 302 Found\\r\\nConnection: close\\r\\nLocation: /again\\r\\nContent-Length: 0\\r\\n\\r\\n\nEND");
        var dialled = new List<IPAddress>();
        using var http = new EgressHttp(
            new Egress(new WebEgressOptions(), TimeProvider.System, (_, _) => Task.FromResult<IPAddress[]>([answers.Dequeue()]))
            {
                Dial = async (address, token) =>
                {
                    dialled.Add(address.Address);
                    var client = new TcpClient();
                    await client.ConnectAsync(IPAddress.Loopback, server.Port, token);
                    return client.GetStream();
                },
            },
            TimeProvider.System);

        var fault = await Assert.ThrowsAsync<MailFault>(() => http.GetAsync(new Uri("http://rebind.example/"), 100, TimeSpan.FromSeconds(10), Cancellation));

        Assert.Equal(MailFaultKind.Forbidden, fault.Kind);
        Assert.Equal([Public], dialled);
    }

    private static ServerAddress Server(string host, int port) => new(HostName.Read(host)!, Port.Of(port)!, ConnectionSecurity.StartTls);
}
