using Pannier.Core;
using Pannier.Core.Modules;
using Pannier.Mail;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Lists;

/// <summary>Keeps a new view.</summary>
internal sealed class MakeView(ViewForm form, SavedViews views) : IHandler<MakeViewInput, ViewPage>
{
    public async Task<Outcome<ViewPage>> HandleAsync(MakeViewInput input, CancellationToken cancellation)
    {
        if (await form.JudgeAsync(input.Typed, null, cancellation) is { } wrong) return await form.NewAsync(input.Typed, wrong, cancellation);

        var view = new SavedView(ViewId.New(), input.Typed.Name, [.. input.Typed.Mailboxes.OfType<Scope.One>()], input.Typed.Search);
        await views.SaveAsync(view, cancellation);
        return new ViewPage.Done(ListUrl.Of(new Scope.Named(view.Id)), Said.Of("views.made", "name", view.Name));
    }
}
