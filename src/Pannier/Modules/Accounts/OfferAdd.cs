using Pannier.Core;
using Pannier.Core.Modules;
using Pannier.Core.Views;

namespace Pannier.Modules.Accounts;

/// <summary>Puts the way to a new account at the foot of the sidebar.</summary>
internal sealed class OfferAdd : IHandler<SidebarSlot, AddOffer>
{
    public Task<Outcome<AddOffer>> HandleAsync(SidebarSlot input, CancellationToken cancellation) => Task.FromResult<Outcome<AddOffer>>(new AddOffer(input.Path == "/accounts/add"));
}
