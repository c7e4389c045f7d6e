using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Pannier.Core.Http.Gate;

/// <summary>Refuses a Host that is not ours: DNS rebinding and poisoned links end here.</summary>
internal sealed class KnownHost(IOptions<SiteOptions> site, IOptions<ReadingOptions> reading) : IGateStep
{
    private readonly HashSet<string> _hosts =
        new(site.Value.PublicOrigins.Append(reading.Value.RenderUrl).OfType<string>().Select(origin => new Uri(origin).Authority), StringComparer.OrdinalIgnoreCase);

    public ValueTask<Refusal?> CheckAsync(HttpContext http, Asked asked) =>
        new(asked.Answer == AnswerClass.Machine || _hosts.Contains(http.Request.Host.Value ?? "") ? null : new Refusal(421, Said.Of("refused.host")));
}
