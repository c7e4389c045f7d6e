
namespace Pannier.Modules.Compose.Outbox;

/// <summary>Starts the work on one message of the outbox; it goes on when the request that asked for it is over.</summary>
internal interface ISendNow
{
    /// <summary>Completes when there is no more to do just now; never fails, the item tells what became of it.</summary>
    Task StartAsync(DraftId item);
}
