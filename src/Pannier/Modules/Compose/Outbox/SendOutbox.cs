using Pannier.Core.Modules;
using Pannier.Core.Records;

namespace Pannier.Modules.Compose.Outbox;

/// <summary>Goes on with whatever of the outbox is due, while its person is here.</summary>
internal sealed class SendOutbox(IMyRecords<OutboxItem> outbox, ISendNow sends, TimeProvider clock) : IJob
{
    private const int AtOnce = 4;

    public static TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task RunAsync(CancellationToken cancellation)
    {
        var due = new List<DraftId>();
        await foreach (var record in outbox.AllAsync(cancellation))
            if (DraftId.Read(record.Id) is { } id && Postman.IsDue(record.Value, clock.GetUtcNow())) due.Add(id);

        foreach (var id in due.Take(AtOnce)) _ = sends.StartAsync(id); // kept by the person's own work, and never fails
    }
}
