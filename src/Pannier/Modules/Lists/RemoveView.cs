using Pannier.Core;
using Pannier.Core.Modules;

namespace Pannier.Modules.Lists;

/// <summary>Forgets a view; no message is touched.</summary>
internal sealed class RemoveView(SavedViews views) : IHandler<ViewInput, ViewPage>
{
    public async Task<Outcome<ViewPage>> HandleAsync(ViewInput input, CancellationToken cancellation)
    {
        if (await views.FindAsync(input.View, cancellation) is not { } view) return Refusal.NotFound("lists.unknown");

        await views.RemoveAsync(view.Id, cancellation);
        return new ViewPage.Done(LocalUrl.Home, Said.Of("views.removed", "name", view.Name));
    }
}
