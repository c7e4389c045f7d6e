using Pannier.Core;
using Pannier.Core.Modules;

namespace Pannier.Modules.Lists;

internal sealed class ShowView(ViewForm form, SavedViews views) : IHandler<ViewInput, ViewPage>
{
    public async Task<Outcome<ViewPage>> HandleAsync(ViewInput input, CancellationToken cancellation) =>
        await views.FindAsync(input.View, cancellation) is { } view ? await form.EditAsync(view, ViewFields.Of(view), null, cancellation) : Refusal.NotFound("lists.unknown");
}
