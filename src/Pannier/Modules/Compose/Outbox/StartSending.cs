using Pannier.Core.Records;

namespace Pannier.Modules.Compose.Outbox;

/// <summary>Starts sending a message of the outbox and waits a little, so that most people are told at once what became of it.</summary>
internal sealed class StartSending(IMyRecords<OutboxItem> outbox, ISendNow sends, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    /// <returns>The message as the outbox holds it now; null when it has left.</returns>
    public async Task<OutboxItem?> AsFarAsItGoesAsync(DraftId id, CancellationToken cancellation)
    {
        await Task.WhenAny(sends.StartAsync(id), Task.Delay(Patience, clock, cancellation));
        return (await outbox.FindAsync(id.Value, cancellation))?.Value;
    }
}
