using Pannier.Core.Jobs;

namespace Pannier.Modules.Compose.Outbox;

/// <summary>Sends as an errand of the person: a closed tab must not cut a message off from its answer.</summary>
internal sealed class SendByErrand(Errands errands) : ISendNow
{
    public Task StartAsync(DraftId item) => errands.StartAsync<Postman>((postman, cancellation) => postman.DispatchAsync(item, cancellation));
}
