using Pannier.Core.Http;

namespace Pannier.Configuration;

/// <summary>Says at start whether a cookie domain fits the site's hosts: it must reach them all, and not the host where messages are shown.</summary>
internal static class CookieRules
{
    /// <exception cref="StartRefused">It does not.</exception>
    public static void Check(string? domain, SiteOptions site, ReadingOptions reading)
    {
        if (domain is null) return;
        if (Uri.CheckHostName(domain) != UriHostNameType.Dns || !domain.Contains('.', StringComparison.Ordinal)) throw new StartRefused($"Session:CookieDomain '{domain}' is no domain, as in example.org.");
        if (site.PublicOrigins.FirstOrDefault(origin => !Covers(domain, origin)) is { } other) throw new StartRefused($"Session:CookieDomain '{domain}' does not cover {other}: nobody could sign in there. Leave it out, or name a domain above all of Site:PublicOrigins.");
        if (reading.RenderUrl is { } view && Covers(domain, view)) throw new StartRefused($"Session:CookieDomain '{domain}' covers Reading:RenderUrl {view}, where messages are shown: a session's cookie must not be sent there. Give messages a host outside that domain.");
    }

    private static bool Covers(string domain, string origin) =>
        new Uri(origin).Host is var host && (host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase));
}
