using Microsoft.Extensions.Options;

namespace Pannier.Core.Http;

/// <summary>How this site is addressed from outside, for links that stand in no page of ours.</summary>
public sealed class PublicUrls(IOptions<SiteOptions> site)
{
    /// <summary>Scheme, host and port, without a slash at the end.</summary>
    public string Origin => site.Value.PublicOrigins[0].TrimEnd('/');
}
