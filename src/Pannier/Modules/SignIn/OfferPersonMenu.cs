using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Views;

namespace Pannier.Modules.SignIn;

/// <summary>Puts the person's menu into every page's header.</summary>
internal sealed class OfferPersonMenu(Visit visit) : IHandler<ToolbarSlot, PersonMenu>
{
    public Task<Outcome<PersonMenu>> HandleAsync(ToolbarSlot input, CancellationToken cancellation) => Task.FromResult<Outcome<PersonMenu>>(new PersonMenu(visit.Name, visit.Required.Role));
}
