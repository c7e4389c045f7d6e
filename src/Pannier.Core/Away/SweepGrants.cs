using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pannier.Core.Storage;

namespace Pannier.Core.Away;

/// <summary>Takes background grants that are over out of the storage, and tokens that no page asks with out of memory, once a minute.</summary>
internal sealed class SweepGrants(BackgroundGrants grants, WatchedTokens tokens, TimeProvider clock, ILogger<SweepGrants> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await tokens.ForgetAsync();
            try
            {
                await grants.RemoveExpiredAsync(stoppingToken);
            }
            catch (StorageFault fault)
            {
                Log.SweepFailed(log, fault.Trouble.ToString()); // it is tried again
            }
        }
    }
}
