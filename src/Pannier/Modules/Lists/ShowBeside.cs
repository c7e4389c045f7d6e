using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Mail.Lists;
using Pannier.Modules.Messages;

namespace Pannier.Modules.Lists;

/// <summary>Shows the list that a message was opened from beside it, at the page the message is on. Servers are not waited for: the message is what was asked for.</summary>
internal sealed class ShowBeside(ShowList lists) : IHandler<BesideSlot, ListPage>
{
    public Task<Outcome<ListPage>> HandleAsync(BesideSlot slot, CancellationToken cancellation) =>
        lists.HandleAsync(new ListInput(slot.List, PagePlace.First, null, null, Tick.On) { Open = slot.Open, Part = ListPart.Beside }, cancellation);
}
