using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Pannier.Configuration;
using Pannier.Core.Http;

namespace Pannier.Cli.Doctor;

/// <summary>Looks at the certificate that the program itself serves: key, names, dates.</summary>
internal static class LookAtTls
{
    private const UnixFileMode OthersRead = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.GroupWrite;

    public static IReadOnlyList<Finding> Look(ListenOptions listen, SiteOptions site, DateTimeOffset now)
    {
        if (listen.CertificateFile is not { } file)
        {
            return listen.KeyFile is null
                ? [Finding.Ok("TLS", "left to the reverse proxy: Listen:CertificateFile is not set")]
                : [Finding.Fail("TLS", "Listen:KeyFile is set without Listen:CertificateFile: name both")];
        }

        try
        {
            using var certificate = X509Certificate2.CreateFromPemFile(file, listen.KeyFile);
            return [Mode(listen.KeyFile ?? file), Dates(certificate, now), .. site.PublicOrigins.Select(origin => Names(certificate, origin)).OfType<Finding>()];
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            return [Finding.Fail("TLS", $"certificate {file} and key {listen.KeyFile ?? file} cannot be used: {fault.Message}; both must be PEM and belong together")];
        }
    }

    private static Finding Mode(string keyFile) => (File.GetUnixFileMode(keyFile) & OthersRead) != 0
        ? Finding.Fail("TLS key", $"others may read {keyFile}: run chmod 0600 {keyFile}, or 0640 with a group of its own")
        : Finding.Ok("TLS key", $"{keyFile} fits the certificate");

    private static Finding Dates(X509Certificate2 certificate, DateTimeOffset now)
    {
        var (from, until) = (certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime());
        if (now < from) return Finding.Fail("TLS certificate", $"begins only on {from:yyyy-MM-dd}: is the clock right?");
        if (now > until) return Finding.Fail("TLS certificate", $"ended on {until:yyyy-MM-dd}: renew it");
        var days = (int)(until - now).TotalDays;
        return days < 14
            ? Finding.Warn("TLS certificate", $"ends on {until:yyyy-MM-dd}, in {days} days: renew it, and restart Pannier")
            : Finding.Ok("TLS certificate", $"good until {until:yyyy-MM-dd}");
    }

    private static Finding? Names(X509Certificate2 certificate, string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var url) && !certificate.MatchesHostname(url.Host)
            ? Finding.Fail("TLS certificate", $"is not for {url.Host}, which Site:PublicOrigins names: get one with that name")
            : null;
}
