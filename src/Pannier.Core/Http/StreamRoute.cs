using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
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
            await answer.RefuseAsync(NotAccepted.Of(faults, http.Request.Method), http);
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
                await SendAsync(content, http);
                break;
        }
    }

    /// <summary>Sends to the end, or until the session or the program ends: then what was begun is broken off.</summary>
    private static async Task SendAsync(Content content, HttpContext http)
    {
        var stopping = http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var ended = http.RequestServices.GetRequiredService<Visit>().Session?.Ended ?? CancellationToken.None;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, ended, stopping);
        try
        {
            await content.WriteAsync(http.Response.Body, either.Token);
        }
        catch (OperationCanceledException) when ((ended.IsCancellationRequested || stopping.IsCancellationRequested) && !http.RequestAborted.IsCancellationRequested)
        {
            if (http.Response.HasStarted) http.Abort();
        }
    }
}
