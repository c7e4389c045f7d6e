using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Modules;
using Pannier.Core.Views;

namespace Pannier.Core.Http;

/// <summary>The way of data through one route: fields, input, handler, outcome, view.</summary>
internal static class ViewRoute<TInput, THandler, TModel, TView>
    where TInput : IInput<TInput>
    where THandler : class, IHandler<TInput, TModel>
    where TView : View<TModel>
{
    public static async Task AnswerAsync(HttpContext http)
    {
        var answer = http.RequestServices.GetRequiredService<Answer>();
        if (await answer.ShellAsync(http)) return;
        var (input, faults) = await FieldReader.ReadAsync<TInput>(http.Request, http.RequestAborted);
        if (input is null)
        {
            await answer.RefuseAsync(NotAccepted.Of(faults, http.Request.Method), http);
            return;
        }

        switch (await http.RequestServices.GetRequiredService<THandler>().HandleAsync(input, http.RequestAborted))
        {
            case Outcome<TModel>.Refused { Refusal: var refusal }:
                await answer.RefuseAsync(refusal, http);
                break;
            case Outcome<TModel>.Done { Model: INext next } when !Answer.IsSwap(http.Request):
                answer.GoOn(next, http);
                break;
            case Outcome<TModel>.Done { Model: INext next } when Answer.IsWholePage(http.Request):
                await answer.PointOnAsync(next, http);
                break;
            case Outcome<TModel>.Done { Model: var model }:
                if (model is IUnfinished { Status: var status }) http.Response.StatusCode = status;
                if (model is INext { Next: var then }) http.Response.Headers["Pannier-Next"] = then.Value;
                await answer.ShowAsync<TView, TModel>(model, http);
                break;
        }
    }
}
