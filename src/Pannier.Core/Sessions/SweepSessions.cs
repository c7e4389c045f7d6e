using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Pannier.Core.Sessions;

/// <summary>Ends sessions that nobody uses, so that keys leave memory when their time is up and not at the next request.</summary>
internal sealed class SweepSessions(LiveSessions sessions, TimeProvider clock, ILogger<SweepSessions> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await SweepAsync(stoppingToken);
    }

    [SuppressMessage("Design", "CA1031", Justification = "A job's border: a full disk or one bad goodbye now must not keep keys in memory for ever.")]
    private async Task SweepAsync(CancellationToken cancellation)
    {
        try
        {
            await sessions.SweepAsync(cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.SweepFailed(log, fault.GetType().Name);
        }
    }
}
