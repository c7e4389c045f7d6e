using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Modules;

namespace Pannier.Core.Http;

/// <summary>The way of data through a route that another machine asks: no cookie, no page, a proof of its own, and little room.</summary>
internal static class MachineRoute<TInput, THandler>
    where TInput : IInput<TInput>
    where THandler : class, IHandler<TInput, MachineDone>
{
    private const int MostBytes = 32 * 1024;

    public static async Task AnswerAsync(HttpContext http)
    {
        BodyLimit.Set(http, MostBytes);
        var (input, _) = await FieldReader.ReadAsync<TInput>(http.Request, http.RequestAborted);
        http.Response.StatusCode = input is not null && await http.RequestServices.GetRequiredService<THandler>().HandleAsync(input, http.RequestAborted) is Outcome<MachineDone>.Done
            ? StatusCodes.Status200OK
            : StatusCodes.Status400BadRequest;
    }
}
