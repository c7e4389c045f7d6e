using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pannier.Core.Users;

namespace Pannier.Core.Outside;

/// <summary>After a rotation of the site key, before the first request: what the old key wrapped is wrapped under the new one, so that the old one can be forgotten.</summary>
internal sealed class RenewSiteWraps(SiteWraps wraps, ILogger<RenewSiteWraps> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await wraps.RenewAsync(cancellationToken) is > 0 and var lost) Log.WrapsLost(log, lost);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
