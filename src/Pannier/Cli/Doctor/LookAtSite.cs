using System.Net;
using System.Net.NetworkInformation;
using Pannier.Configuration;
using Pannier.Core.Http;

namespace Pannier.Cli.Doctor;

/// <summary>Looks at how the site is reached: origins, proxies, port.</summary>
internal static class LookAtSite
{
    public static IReadOnlyList<Finding> Look(AllOptions options) =>
    [
        .. options.Site.PublicOrigins.Select(Origin),
        .. ViewOrigin(options.Reading, options.Site),
        Proxies(options.Listen),
        Port(options.Listen),
    ];

    private static Finding Origin(string origin)
    {
        if (Read(origin) is not { } url) return Finding.Fail("public origin", $"'{origin}' is no origin: write scheme and host only, as in https://mail.example.org");
        return url.Scheme == Uri.UriSchemeHttps || url.IsLoopback
            ? Finding.Ok("public origin", origin)
            : Finding.Fail("public origin", $"{origin} is clear HTTP: browsers keep no secure cookie there, so nobody can sign in; use https");
    }

    private static IEnumerable<Finding> ViewOrigin(ReadingOptions reading, SiteOptions site)
    {
        if (reading.RenderUrl is not { } view) yield break;
        if (Read(view) is null) yield return Finding.Fail("view origin", $"Reading:RenderUrl '{view}' is no origin: write scheme and host only, as in https://view.example.org");
        else if (site.PublicOrigins.Contains(view, StringComparer.OrdinalIgnoreCase)) yield return Finding.Warn("view origin", $"{view} is a public origin too: a host of its own keeps messages further away");
        else yield return Finding.Ok("view origin", view);
    }

    private static Finding Proxies(ListenOptions listen)
    {
        if (listen.TrustedProxies.FirstOrDefault(proxy => !IPAddress.TryParse(proxy, out _)) is { } wrong)
            return Finding.Fail("trusted proxies", $"'{wrong}' in Listen:TrustedProxies is no address: write the proxy's, as in 127.0.0.1");
        if (listen.TrustedProxies.Count > 0) return Finding.Ok("trusted proxies", $"{string.Join(", ", listen.TrustedProxies)}: what they say of the visitor's address and of TLS is believed");
        return listen.CertificateFile is null
            ? Finding.Fail("trusted proxies", "none, and no certificate: 'pannier serve' will refuse clear HTTP; set Listen:TrustedProxies or Listen:CertificateFile")
            : Finding.Ok("trusted proxies", "none: visitors come straight to this program");
    }

    private static Finding Port(ListenOptions listen)
    {
        if (!IPAddress.TryParse(listen.Address, out var address)) return Finding.Fail("listening", $"'{listen.Address}' in Listen:Address is no address, as 127.0.0.1 or :: are");
        var taken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Any(at => at.Port == listen.Port);
        return taken
            ? Finding.Ok("listening", $"something listens on port {listen.Port} already: right if it is Pannier")
            : Finding.Ok("listening", $"{new IPEndPoint(address, listen.Port)} is free");
    }

    private static Uri? Read(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
        && url.GetLeftPart(UriPartial.Authority) == origin.TrimEnd('/') ? url : null;
}
