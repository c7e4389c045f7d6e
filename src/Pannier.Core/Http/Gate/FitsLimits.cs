using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Pannier.Core.Http.Gate;

/// <summary>Refuses a body larger than the site takes, before a byte of it is read.</summary>
internal sealed class FitsLimits(IOptions<SiteOptions> site) : IGateStep
{
    private readonly long _most = site.Value.LargestRequestMiB * 1024L * 1024;

    public ValueTask<Refusal?> CheckAsync(HttpContext http, Asked asked)
    {
        if (http.Request.ContentLength > _most) return new(new Refusal(413, Said.Of("refused.request-too-large")));
        BodyLimit.Set(http, _most);
        return default;
    }
}
