using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;
using Pannier.Mail;

namespace Pannier.Core.Jobs;

/// <summary>Runs every module's jobs for each person with a live session, one job of a person at a time.</summary>
/// <remarks>A job that fails is logged and runs again after its pause. No live session, no keys, no work.</remarks>
internal sealed class JobRunner(LiveSessions sessions, IEnumerable<JobSchedule> schedules, IServiceScopeFactory scopes, TimeProvider clock, ILogger<JobRunner> log)
    : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<(string Person, string Job), DateTimeOffset> _due = [];
    private readonly Dictionary<string, Task> _running = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<JobSchedule> _schedules = [.. schedules];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) LaunchDue(stoppingToken);
    }

    private void LaunchDue(CancellationToken cancellation)
    {
        var persons = sessions.OnePerPerson().ToDictionary(session => session.User.ToString(), StringComparer.Ordinal);
        foreach (var gone in _due.Keys.Where(key => !persons.ContainsKey(key.Person)).ToList()) _due.TryRemove(gone, out _);
        foreach (var gone in _running.Where(one => one.Value.IsCompleted && !persons.ContainsKey(one.Key)).Select(one => one.Key).ToList()) _running.Remove(gone);
        foreach (var (person, session) in persons)
            if (!_running.TryGetValue(person, out var task) || task.IsCompleted) _running[person] = RunDueAsync(person, session, cancellation);
    }

    private async Task RunDueAsync(string person, LiveSession session, CancellationToken cancellation)
    {
        foreach (var schedule in _schedules)
        {
            if (_due.TryGetValue((person, schedule.Name), out var at) && at > clock.GetUtcNow()) continue;
            _due[(person, schedule.Name)] = clock.GetUtcNow() + schedule.Every;
            await RunAsync(schedule, session, cancellation);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "The job runner's border: one broken job stops no other.")]
    private async Task RunAsync(JobSchedule schedule, LiveSession session, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Visit>().Session = session;
        try
        {
            await schedule.RunAsync(scope.ServiceProvider, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The program stops.
        }
        catch (Exception) when (session.Ended.IsCancellationRequested)
        {
            Log.JobLeft(log, schedule.Name); // its keys went with the session; if the person is still here, another session runs it after its pause
        }
        catch (MailFault fault)
        {
            Log.JobFailed(log, schedule.Name, fault.Kind.ToString());
        }
        catch (Exception bug)
        {
            Log.JobBroke(log, schedule.Name, bug);
        }
    }
}
