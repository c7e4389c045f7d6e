using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Pannier.Core.Modules;
using Pannier.Mail.Text;

namespace Pannier.Core.Http;

/// <summary>The way of data through a route that answers bytes.</summary>
internal static class StreamRoute<TInput, THandler>
    where TInput : IInput<TInput>
    where THandler : class, IHandler<TInput, Content>
{
    public static async Task AnswerAsync(HttpContext http)
    {
        var answer = http.RequestServices.GetRequiredService<Answer>();
        var (input, faults) = await FieldReader.ReadAsync<TInput>(http.Request, http.RequestAborted);
        if (input is null)
        {
            await answer.RefuseAsync(NotAccepted.Of(faults), http);
            return;
        }

        switch (await http.RequestServices.GetRequiredService<THandler>().HandleAsync(input, http.RequestAborted))
        {
            case Outcome<Content>.Refused { Refusal: var refusal }:
                await answer.RefuseAsync(refusal, http);
                break;
            case Outcome<Content>.Done { Model: var content }:
                http.Response.ContentType = content.MediaType;
                http.Response.ContentLength = content.Length;
                http.Response.Headers[HeaderNames.ContentDisposition] = content.FileName is { } name ? ContentDisposition.Attachment(FileName.Safe(name)) : "inline";
                await content.WriteAsync(http.Response.Body, http.RequestAborted);
                break;
        }
    }
}
