using Pannier.Core;
using Pannier.Core.Modules;
using Pannier.Core.Views;

namespace Pannier.Modules.Lists;

/// <summary>Puts the search field into every page's header.</summary>
internal sealed class OfferSearch : IHandler<ToolbarSlot, SearchBox>
{
    public Task<Outcome<SearchBox>> HandleAsync(ToolbarSlot input, CancellationToken cancellation) => Task.FromResult<Outcome<SearchBox>>(new SearchBox(input.Search));
}
