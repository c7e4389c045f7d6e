using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Pannier.Core.Http;

/// <summary>How this site is addressed from outside, for links that stand in no page of ours.</summary>
public sealed class PublicUrls(IOptions<SiteOptions> site, IHttpContextAccessor http)
{
    /// <summary>Scheme, host and port, without a slash at the end: of the site's public origins the one that the person is at, where their session is.</summary>
    public string Origin => (Here ?? site.Value.PublicOrigins[0]).TrimEnd('/');

    private string? Here => http.HttpContext?.Request.Host.Value is { } host
        ? site.Value.PublicOrigins.FirstOrDefault(origin => Uri.TryCreate(origin, UriKind.Absolute, out var url) && url.Authority.Equals(host, StringComparison.OrdinalIgnoreCase))
        : null;
}
