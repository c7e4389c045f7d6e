using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pannier.Core.Http;
using Pannier.Core.Sessions;

namespace Pannier.Core.Jobs;

/// <summary>Work that a request begins and that goes on when the request is over, for the same person, in a scope of its own.</summary>
public sealed class Errands(IServiceScopeFactory scopes, Visit visit, ILogger<Errands> log)
{
    /// <summary>Starts the work at once. The person's last session does not end before it, for a while.</summary>
    /// <param name="workAsync">What fails in it is logged; whoever waits sees it end.</param>
    /// <returns>Ends with the work; never fails.</returns>
    public Task StartAsync<TWorker>(Func<TWorker, CancellationToken, Task> workAsync)
        where TWorker : notnull
    {
        var session = visit.Required;
        var work = RunAsync(session, workAsync);
        session.Person.Attach(() => new RunningErrands()).Add(work);
        return work;
    }

    [SuppressMessage("Design", "CA1031", Justification = "The border of work that nobody has to wait for.")]
    private async Task RunAsync<TWorker>(LiveSession session, Func<TWorker, CancellationToken, Task> workAsync)
        where TWorker : notnull
    {
        await Task.Yield(); // the request goes on
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Visit>().Session = session;
        try
        {
            await workAsync(scope.ServiceProvider.GetRequiredService<TWorker>(), CancellationToken.None);
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            Log.ErrandBroke(log, typeof(TWorker).Name, bug);
        }
    }
}
