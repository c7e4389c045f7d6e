using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pannier.Core.Http;
using Pannier.Core.Jobs;
using Pannier.Core.Sessions;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Jobs;

/// <summary>Work that goes on when its request is over.</summary>
public sealed class ErrandsTests : IAsyncLifetime
{
    private readonly TestLog _log = new();
    private ServiceProvider _services = null!;
    private KeptSite _site = null!;
    private LiveSession _session = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = await KeptSite.OpenAsync();
        var ann = await _site.RegisterAsync("ann");
        _session = await _site.EnterAsync(ann.User, ann.Keyring);
        _services = new ServiceCollection().AddScoped<Visit>().AddScoped<Worker>().AddLogging(logging => logging.AddProvider(_log)).BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _log.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task The_work_is_done_for_the_same_person_in_a_scope_of_its_own()
    {
        var visit = new Visit { Session = _session };
        Visit? seen = null;

        await Errands(visit).StartAsync<Worker>((worker, _) =>
        {
            seen = worker.Visit;
            return Task.CompletedTask;
        });

        Assert.NotSame(visit, seen);
        Assert.Same(_session, seen!.Session);
    }

    [Fact]
    public async Task Work_that_breaks_is_logged_and_fails_nobody_who_waits()
    {
        await Errands(new Visit { Session = _session }).StartAsync<Worker>((_, _) => throw new InvalidOperationException("planted"));

        Assert.Contains(_log.Lines, line => line.StartsWith("Error 1203: Errand Worker broke", StringComparison.Ordinal) && line.Contains("planted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_persons_leaving_waits_for_what_they_began()
    {
        var goOn = new TaskCompletionSource();
        var done = Errands(new Visit { Session = _session }).StartAsync<Worker>((_, _) => Task.CompletedTask);
        await done;
        var working = Errands(new Visit { Session = _session }).StartAsync<Worker>((_, _) => goOn.Task);

        var leaving = _site.Sessions.EndAsync(_session, Cancellation);
        await Task.WhenAny(leaving, Task.Delay(200, Cancellation));
        Assert.False(leaving.IsCompleted);
        goOn.SetResult();

        await leaving;
        Assert.True(working.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Nothing_is_begun_for_somebody_who_has_left()
    {
        await _site.Sessions.EndAsync(_session, Cancellation);

        Assert.Throws<Pannier.Core.Crypto.VaultLocked>(() => { _ = Errands(new Visit { Session = _session }).StartAsync<Worker>((_, _) => Task.CompletedTask); });
    }

    private Errands Errands(Visit visit) => new(_services.GetRequiredService<IServiceScopeFactory>(), visit, _services.GetRequiredService<ILogger<Errands>>());

    private sealed class Worker(Visit visit)
    {
        public Visit Visit => visit;
    }
}
