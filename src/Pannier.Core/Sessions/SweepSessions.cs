using Microsoft.Extensions.Hosting;

namespace Pannier.Core.Sessions;

/// <summary>Ends sessions that nobody uses, so that keys leave memory when their time is up and not at the next request.</summary>
internal sealed class SweepSessions(LiveSessions sessions, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await sessions.SweepAsync(stoppingToken);
    }
}
