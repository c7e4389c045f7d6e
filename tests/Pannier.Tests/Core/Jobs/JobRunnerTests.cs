using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pannier.Core.Http;
using Pannier.Core.Jobs;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;
using Pannier.Core.Users;
using Pannier.Mail;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Jobs;

/// <summary>Jobs run for whoever is here, each in its turn, and none stops another.</summary>
public sealed class JobRunnerTests : IAsyncLifetime
{
    private readonly TestLog _log = new();
    private readonly ConcurrentQueue<string> _ran = new();
    private readonly List<JobSchedule> _schedules = [];
    private ServiceProvider _services = null!;
    private KeptSite _site = null!;
    private JobRunner? _runner;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = await KeptSite.OpenAsync();
        _services = new ServiceCollection().AddScoped<Visit>().AddLogging(logging => logging.AddProvider(_log)).BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        if (_runner is not null) await _runner.StopAsync(CancellationToken.None);
        _runner?.Dispose();
        await _services.DisposeAsync();
        _log.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Nobody_here_means_no_work()
    {
        Job("sweep", TimeSpan.FromSeconds(5), _ => Task.CompletedTask);
        await _site.RegisterAsync("ann");
        await StartAsync();

        await TickAsync(3);

        Assert.Empty(_ran);
    }

    [Fact]
    public async Task A_job_runs_once_for_each_person_however_many_their_sessions_and_again_after_its_pause()
    {
        Job("sweep", TimeSpan.FromSeconds(5), _ => Task.CompletedTask);
        await EnterAsync("ann");
        await EnterAsync("bob");
        var again = Assert.IsType<SignInOutcome.Opened>(await _site.SignInAsync("bob"));
        await _site.EnterAsync(again.User, again.Keyring);
        await StartAsync();

        await TickAsync(1);
        await UntilAsync(2);
        await TickAsync(4);
        Assert.Equal(["sweep ann", "sweep bob"], _ran.Order());

        await TickAsync(1);
        await UntilAsync(4);
    }

    [Fact]
    public async Task A_job_that_fails_or_breaks_is_logged_and_stops_neither_the_next_nor_its_own_next_run()
    {
        Job("unlucky", TimeSpan.FromSeconds(1), _ => Task.FromException(new MailFault(MailFaultKind.Dropped)));
        Job("broken", TimeSpan.FromSeconds(1), _ => throw new InvalidOperationException("planted"));
        Job("good", TimeSpan.FromSeconds(1), _ => Task.CompletedTask);
        await EnterAsync("ann");
        await StartAsync();

        await TickAsync(1);
        await UntilAsync(3);
        await TickAsync(1);
        await UntilAsync(6);

        Assert.Equal(2, _log.Lines.Count(line => line.StartsWith("Warning 1201: Job unlucky failed: Dropped", StringComparison.Ordinal)));
        Assert.Equal(2, _log.Lines.Count(line => line.StartsWith("Error 1202: Job broken broke", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_job_still_running_is_not_begun_again_and_holds_up_no_other_person()
    {
        var goOn = new TaskCompletionSource();
        Job("slow", TimeSpan.FromSeconds(1), visit => visit.Name == "ann" ? goOn.Task : Task.CompletedTask);
        await EnterAsync("ann");
        await EnterAsync("bob");
        await StartAsync();

        await TickAsync(1);
        await UntilAsync(2);
        await TickAsync(1);
        await UntilAsync(3);
        Assert.Equal(1, _ran.Count(line => line == "slow ann"));

        goOn.SetResult();
        await TickAsync(1);
        while (_ran.Count(line => line == "slow ann") < 2) await TickAsync(1);
    }

    [Fact]
    public async Task Who_has_left_is_worked_for_no_more()
    {
        Job("sweep", TimeSpan.FromSeconds(1), _ => Task.CompletedTask);
        var ann = await EnterAsync("ann");
        await StartAsync();
        await TickAsync(1);
        await UntilAsync(1);

        await _site.Sessions.EndAsync(ann, Cancellation);
        await TickAsync(3);

        Assert.Single(_ran);
    }

    [Fact]
    public async Task A_job_whose_session_ends_under_it_is_left_and_not_broken()
    {
        var (begun, ended) = (new TaskCompletionSource(), new TaskCompletionSource());
        Job("caught", TimeSpan.FromSeconds(1), async visit =>
        {
            begun.SetResult();
            await ended.Task;
            visit.Required.Keyring.Seal(new Pannier.Core.Crypto.AssociatedData(visit.Required.User.Value, "x", "1", 1), "x"u8);
        });
        var ann = await EnterAsync("ann");
        await StartAsync();
        await TickAsync(1);
        await begun.Task.WaitAsync(Cancellation);

        await _site.Sessions.EndAsync(ann, Cancellation);
        ended.SetResult();
        while (_log.Lines.Count == 0) await Task.Delay(10, Cancellation);

        Assert.Equal("Information 1204: Job caught was left: its session ended", Assert.Single(_log.Lines));
    }

    [Fact]
    public async Task The_programs_end_is_no_failure_of_a_job()
    {
        var begun = new TaskCompletionSource();
        _schedules.Add(new JobSchedule("patient", TimeSpan.FromSeconds(1), async (_, cancellation) =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
        }));
        await EnterAsync("ann");
        await StartAsync();
        await TickAsync(1);
        await begun.Task.WaitAsync(Cancellation);

        await _runner!.StopAsync(Cancellation);

        Assert.DoesNotContain(_log.Lines, line => line.Contains("patient", StringComparison.Ordinal));
    }

    private void Job(string name, TimeSpan every, Func<Visit, Task> work) => _schedules.Add(new JobSchedule(name, every, async (services, _) =>
    {
        var visit = services.GetRequiredService<Visit>();
        _ran.Enqueue($"{name} {visit.Name}");
        await work(visit);
    }));

    private async Task<LiveSession> EnterAsync(string name)
    {
        var person = await _site.RegisterAsync(name);
        return await _site.EnterAsync(person.User, person.Keyring);
    }

    private async Task StartAsync()
    {
        _runner = new JobRunner(_site.Sessions, _schedules, _services.GetRequiredService<IServiceScopeFactory>(), _site.Clock, _services.GetRequiredService<ILogger<JobRunner>>());
        var timers = _site.Clock.Timers;
        await _runner.StartAsync(Cancellation);
        await _site.Clock.MoreThanAsync(timers, Cancellation); // its own is made on another thread
    }

    private async Task TickAsync(int seconds)
    {
        for (var second = 0; second < seconds; second++)
        {
            _site.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(50, Cancellation); // it is woken on another thread
        }
    }

    private async Task UntilAsync(int runs)
    {
        while (_ran.Count < runs) await Task.Delay(10, Cancellation);
        Assert.Equal(runs, _ran.Count);
    }
}
