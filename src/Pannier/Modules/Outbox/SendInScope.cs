using System.Diagnostics.CodeAnalysis;
using Pannier.Core.Http;
using Pannier.Core.Sessions;
using Pannier.Modules.Compose;

namespace Pannier.Modules.Outbox;

/// <summary>Sends in a scope of its own, for the person of this visit: a closed tab must not cut a message off from its answer.</summary>
internal sealed class SendInScope(IServiceScopeFactory scopes, Visit visit, ILogger<SendInScope> log) : ISendNow
{
    public Task StartAsync(DraftId item)
    {
        var session = visit.Required;
        var work = RunAsync(session, item);
        session.Person.Attach(() => new RunningSends()).Add(work);
        return work;
    }

    [SuppressMessage("Design", "CA1031", Justification = "The border of work that nobody waits for: the item keeps the truth of it.")]
    private async Task RunAsync(LiveSession session, DraftId item)
    {
        await Task.Yield(); // the request goes on at once
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Visit>().Session = session;
        try
        {
            await scope.ServiceProvider.GetRequiredService<Postman>().DispatchAsync(item, CancellationToken.None);
        }
        catch (Exception bug)
        {
            Log.SendingBroke(log, bug);
        }
    }
}
