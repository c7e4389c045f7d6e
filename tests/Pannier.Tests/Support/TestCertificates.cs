using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Pannier.Tests.Support;

/// <summary>A certificate authority of the tests' own, and what it signs.</summary>
public sealed class TestCertificates : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public TestCertificates()
    {
        var request = new CertificateRequest($"CN=Pannier test authority {Guid.NewGuid():N}", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        Authority = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-400), DateTimeOffset.UtcNow.AddDays(400));
    }

    public X509Certificate2 Authority { get; }

    /// <summary>A server certificate with its key, for this name and 127.0.0.1 under it when the name is <c>localhost</c>.</summary>
    public X509Certificate2 Issue(string host, DateTimeOffset? until = null, string? extra = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request(host, key, extra);
        var end = until ?? DateTimeOffset.UtcNow.AddDays(30);
        using var signed = request.Create(Authority, end.AddDays(-60), end, RandomNumberGenerator.GetBytes(8));
        using var whole = signed.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pfx), null);
    }

    public static X509Certificate2 SelfSigned(string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var whole = Request(host, key).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pfx), null);
    }

    /// <summary>Writes the authority where <c>Egress:Mail:TrustedCertificates</c> can name it.</summary>
    public string WriteAuthority(string directory)
    {
        var file = Path.Combine(directory, "authority.pem");
        File.WriteAllText(file, Authority.ExportCertificatePem());
        return file;
    }

    public void Dispose()
    {
        Authority.Dispose();
        _key.Dispose();
    }

    private static CertificateRequest Request(string host, ECDsa key, string? extra = null)
    {
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        if (extra is not null) names.AddDnsName(extra);
        if (host == "localhost") names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        return request;
    }
}
