using Microsoft.AspNetCore.Components;
using Pannier.Core.Views;

namespace Pannier.Core.Modules;

/// <summary>One module's handler and view, put into another module's slot.</summary>
internal sealed class Part<TSlot, THandler, TModel, TView>(string module, THandler handler) : IPart<TSlot>
    where THandler : class, IHandler<TSlot, TModel>
    where TView : View<TModel>
{
    public string Module => module;

    public async Task<RenderFragment?> LoadAsync(TSlot slot, CancellationToken cancellation)
    {
        if (await handler.HandleAsync(slot, cancellation) is not Outcome<TModel>.Done { Model: var model }) return null;

        return builder =>
        {
            builder.OpenComponent<TView>(0);
            builder.AddComponentParameter(1, nameof(View<>.Model), model);
            builder.CloseComponent();
        };
    }
}
