using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Pannier.Mail;
using Pannier.Mail.Net;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Net;

/// <summary>A certificate names places to fetch its issuer, its revocation list and its state from; none of them is ever asked.</summary>
public sealed class CanaryTests : IDisposable
{
    private readonly TcpListener _canary = new(IPAddress.Loopback, 0);
    private readonly TestCertificates _certificates = new();
    private readonly TempDirectory _directory = new();
    private readonly X509Certificate2 _issuer;
    private readonly X509Certificate2 _leaf;

    public CanaryTests()
    {
        _canary.Start();
        _issuer = Make("CN=Between", _certificates.Authority, request => request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true)));
        _leaf = Make("CN=localhost", _issuer, request =>
        {
            var names = new SubjectAlternativeNameBuilder();
            names.AddDnsName("localhost");
            request.CertificateExtensions.Add(names.Build());
            request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension([Place("ocsp")], [Place("issuer.cer")]));
            request.CertificateExtensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([Place("list.crl")]));
        });
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _canary.Dispose();
        _leaf.Dispose();
        _issuer.Dispose();
        _certificates.Dispose();
        _directory.Dispose();
    }

    [Theory]
    [InlineData(ConnectionSecurity.Tls, true)]
    [InlineData(ConnectionSecurity.Tls, false)]
    [InlineData(ConnectionSecurity.StartTls, true)]
    public async Task No_place_a_certificate_names_is_asked(ConnectionSecurity security, bool trustsRoot)
    {
        await using var server = new ScriptedServer(_leaf, tlsAtOnce: security == ConnectionSecurity.Tls, security == ConnectionSecurity.Tls ? "" : "S: * OK hi\nC: STARTTLS\nS: $ OK go\nTLS");
        await using var store = ImapStores.Open(server.Port, "anna", "secret", security, trustsRoot ? _certificates.WriteAuthority(_directory.Path) : null);

        var fault = await Assert.ThrowsAsync<MailFault>(() => store.UseAsync((_, _) => Task.FromResult(true), Cancellation));

        Assert.Equal((MailFaultKind.Certificate, CertificateFlaw.Untrusted), (fault.Kind, fault.Seen?.Flaw));
        Assert.False(_canary.Pending());
    }

    [Fact]
    public async Task Nor_when_the_chain_is_whole()
    {
        await using var server = new ScriptedServer(_leaf, tlsAtOnce: true, "S& HTTP/1.1 200 OK\\r\\nConnection: close\\r\\nContent-Length: 2\\r\\n\\r\\n{}\nEND");
        var authority = Path.Combine(_directory.Path, "both.pem");
        await File.WriteAllTextAsync(authority, _issuer.ExportCertificatePem() + "\n" + _certificates.Authority.ExportCertificatePem(), Cancellation);
        using var http = new EgressHttp(new Egress(new WebEgressOptions { Allow = [$"localhost:{server.Port}"], TrustedCertificates = [authority] }, TimeProvider.System), TimeProvider.System);

        var answer = await http.GetAsync(new Uri($"https://localhost:{server.Port}/"), 100, TimeSpan.FromSeconds(10), Cancellation);

        Assert.Equal(2, answer.Content.Length);
        Assert.False(_canary.Pending());
    }

    /// <summary>The framework's own way does ask: the canary sings when somebody comes.</summary>
    [Fact]
    public async Task The_canary_would_have_told()
    {
        using var chain = new X509Chain { ChainPolicy = { RevocationMode = X509RevocationMode.NoCheck, UrlRetrievalTimeout = TimeSpan.FromSeconds(5) } };
        var building = Task.Run(() => chain.Build(_leaf), Cancellation);

        using (await _canary.AcceptTcpClientAsync(Cancellation))
        {
        }

        Assert.False(await building);
    }

    private static X509Certificate2 Make(string name, X509Certificate2 issuer, Action<CertificateRequest> extend)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        extend(request);
        using var signed = request.Create(issuer, DateTimeOffset.UtcNow.AddDays(-1), issuer.NotAfter, RandomNumberGenerator.GetBytes(8));
        using var whole = signed.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pfx), null);
    }

    private string Place(string file) => $"http://127.0.0.1:{((IPEndPoint)_canary.LocalEndpoint).Port}/{file}";
}
