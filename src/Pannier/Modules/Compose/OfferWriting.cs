using Pannier.Core;
using Pannier.Core.Modules;
using Pannier.Core.Records;
using Pannier.Core.Views;
using Pannier.Modules.Compose.Outbox;

namespace Pannier.Modules.Compose;

/// <summary>Puts the button for a new message and the way to the outbox at the head of the sidebar.</summary>
internal sealed class OfferWriting(IMyRecords<OutboxItem> outbox) : IHandler<SidebarSlot, WritingLinks>
{
    public async Task<Outcome<WritingLinks>> HandleAsync(SidebarSlot input, CancellationToken cancellation)
    {
        var count = 0;
        await foreach (var _ in outbox.AllAsync(cancellation)) count++;
        return new WritingLinks(count, input.Path == "/outbox");
    }
}
