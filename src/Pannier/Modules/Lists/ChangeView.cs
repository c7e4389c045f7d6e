using Pannier.Core;
using Pannier.Core.Modules;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Lists;

internal sealed class ChangeView(ViewForm form, SavedViews views) : IHandler<ChangeViewInput, ViewPage>
{
    public async Task<Outcome<ViewPage>> HandleAsync(ChangeViewInput input, CancellationToken cancellation)
    {
        if (await views.FindAsync(input.View, cancellation) is not { } view) return Refusal.NotFound("lists.unknown");
        if (await form.JudgeAsync(input.Typed, view.Id, cancellation) is { } wrong) return await form.EditAsync(view, input.Typed, wrong, cancellation);

        await views.SaveAsync(view with { Name = input.Typed.Name, Mailboxes = [.. input.Typed.Mailboxes.OfType<Scope.One>()], Search = input.Typed.Search }, cancellation);
        return new ViewPage.Done(ListUrl.Of(new Scope.Named(view.Id)), Said.Of("views.saved", "name", input.Typed.Name));
    }
}
