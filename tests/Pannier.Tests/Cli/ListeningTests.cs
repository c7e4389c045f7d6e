using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pannier.Tests.Support;

namespace Pannier.Tests.Cli;

public sealed class ListeningTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_server_takes_its_limits_from_the_options()
    {
        await using var site = await TestSite.StartAsync(null, ("Listen:MostConnections", "20"), ("Listen:HeaderTime", "00:00:05"), ("Listen:KeepAlive", "00:00:40"), ("Site:LargestRequestMiB", "8"));

        var limits = site.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;

        Assert.Equal((20L, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(40), 8L * 1024 * 1024), (limits.MaxConcurrentConnections, limits.RequestHeadersTimeout, limits.KeepAliveTimeout, limits.MaxRequestBodySize));
    }

    [Theory]
    [InlineData(200, 20)] // headers
    [InlineData(9000, 0)] // a long line
    public async Task A_request_without_measure_is_refused(int length, int headers)
    {
        await using var site = await TestSite.StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, site.Address.Port, Cancellation);
        var fields = string.Concat(Enumerable.Range(0, headers * 6).Select(at => $"X-{at}: y\r\n"));

        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET /{new string('a', length)} HTTP/1.1\r\nHost: {site.Address.Authority}\r\n{fields}\r\n"), Cancellation);
        using var reader = new StreamReader(client.GetStream());

        Assert.Contains(await reader.ReadLineAsync(Cancellation), (string[])["HTTP/1.1 431 Request Header Fields Too Large", "HTTP/1.1 414 URI Too Long"]);
    }

    [Fact]
    public async Task Its_own_tls_begins_at_1_2()
    {
        using var certificates = new TestCertificates();
        using var directory = new TempDirectory();
        using var certificate = certificates.Issue("localhost");
        await File.WriteAllTextAsync(directory.File("cert.pem"), certificate.ExportCertificatePem(), Cancellation);
        using var key = System.Security.Cryptography.X509Certificates.ECDsaCertificateExtensions.GetECDsaPrivateKey(certificate)!;
        await File.WriteAllTextAsync(directory.File("key.pem"), key.ExportPkcs8PrivateKeyPem(), Cancellation);
        await using var site = await TestSite.StartAsync(null, ("Listen:CertificateFile", directory.File("cert.pem")), ("Listen:KeyFile", directory.File("key.pem")));

        Assert.Equal(0x16, await HelloAsync(site, 0x03)); // a hello of its own
        Assert.NotEqual(0x16, await HelloAsync(site, 0x01)); // an alert, or the end
        Assert.NotEqual(0x16, await HelloAsync(site, 0x02));
    }

    /// <summary>Begins a handshake by hand, since the framework here may not speak the old version at all.</summary>
    /// <returns>The kind of the first record that comes back; 0 when none does.</returns>
    private static async Task<int> HelloAsync(TestSite site, byte version)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, site.Address.Port, Cancellation);
        // ECDHE-ECDSA with AES, in forms of 1.0 and 1.2; the extensions name curve, point format and signature.
        byte[] extensions = [0, 10, 0, 4, 0, 2, 0, 23, 0, 11, 0, 2, 1, 0, 0, 13, 0, 6, 0, 4, 4, 3, 2, 3];
        byte[] body = [3, version, .. new byte[32], 0, 0, 6, 0xC0, 0x2B, 0xC0, 0x2C, 0xC0, 0x09, 1, 0, 0, (byte)extensions.Length, .. extensions];
        byte[] hello = [1, 0, 0, (byte)body.Length, .. body];
        await client.GetStream().WriteAsync((byte[])[0x16, 3, 1, 0, (byte)hello.Length, .. hello], Cancellation);
        var record = new byte[1];
        return await client.GetStream().ReadAsync(record, Cancellation) == 0 ? 0 : record[0];
    }
}
