using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pannier.Core.Storage;
using Pannier.Mail;

namespace Pannier.Core.Http.Gate;

/// <summary>Stands before every route. Sets the answer's headers, asks its questions in this order, and lets nothing by that one of them refuses.</summary>
internal sealed class Gate(RequestDelegate next, AnswerHeaders headers, ILogger<Gate> log)
{
    /// <summary>The questions in the order they are asked; each is one file beside this one.</summary>
    public static readonly IReadOnlyList<Type> Steps =
    [
        typeof(KnownHost),      // is this address one of ours?
        typeof(AllowedMethod),  // GET, HEAD or POST?
        typeof(FitsLimits),     // not larger than the site takes?
        typeof(OpenSession),    // who asks, and is their session still open?
        typeof(NamedByProxy),   // and is it whom the proxy names, where one does?
        typeof(CanUnseal),      // can they open what we seal?
        typeof(SameOrigin),     // did our own page ask?
        typeof(SignedInEnough), // may they? Before the token: who was signed out meanwhile is told so, and loses nothing
        typeof(RightRole),      // is it theirs to do?
        typeof(FreshToken),     // and with the token we gave it?
    ];

    public async Task InvokeAsync(HttpContext http)
    {
        var asked = http.GetEndpoint()?.Metadata.GetMetadata<Asked>() ?? Asked.Unknown;
        headers.Set(http, asked.Answer);
        try
        {
            foreach (var step in Steps)
            {
                if (await ((IGateStep)http.RequestServices.GetRequiredService(step)).CheckAsync(http, asked) is not { } refusal) continue;
                await RefuseAsync(refusal, http);
                return;
            }

            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The browser went away; there is nobody to answer.
        }
        catch (MailFault fault) when (!http.Response.HasStarted)
        {
            await RefuseAsync(FaultTexts.Refuse(fault), http);
        }
        catch (BadHttpRequestException bad) when (!http.Response.HasStarted)
        {
            await RefuseAsync(new Refusal(bad.StatusCode, Said.Of("refused.request")), http);
        }
        catch (InvalidDataException) when (!http.Response.HasStarted)
        {
            // A form that is none, or has more fields than any of ours.
            await RefuseAsync(new Refusal(StatusCodes.Status400BadRequest, Said.Of("refused.request")), http);
        }
        catch (StorageFault fault) when (!http.Response.HasStarted)
        {
            Log.Storage(log, http.GetEndpoint()?.DisplayName ?? "no route", fault.Message);
            await ApologiseAsync(new Refusal(StatusCodes.Status503ServiceUnavailable, Said.Of("refused.storage")), http);
        }
        catch (Exception bug) when (!http.Response.HasStarted)
        {
            // The pipeline's border: the one place that may catch anything.
            var number = http.TraceIdentifier;
            Log.Bug(log, number, http.GetEndpoint()?.DisplayName ?? "no route", bug);
            await ApologiseAsync(new Refusal(500, Said.Of("refused.bug", "number", number)), http);
        }
    }

    /// <summary>Shows a bug's page; when the page itself is what breaks, a line of plain text.</summary>
    private async Task ApologiseAsync(Refusal refusal, HttpContext http)
    {
        try
        {
            await RefuseAsync(refusal, http);
        }
        catch (Exception again) when (!http.Response.HasStarted)
        {
            Log.Bug(log, http.TraceIdentifier, "the page of a refusal", again);
            http.Response.StatusCode = refusal.Status;
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync($"Something went wrong on our side. Number {http.TraceIdentifier} in the server's log tells more.", http.RequestAborted);
        }
    }

    private static async Task RefuseAsync(Refusal refusal, HttpContext http)
    {
        if (refusal is { Status: 401, Next: { } door } && HttpMethods.IsGet(http.Request.Method) && !Answer.IsSwap(http.Request) && http.Request.Headers["Sec-Fetch-Dest"] is not ["empty"]) // a script would be led to a page it cannot read
        {
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = door.Value;
            return;
        }

        await http.RequestServices.GetRequiredService<Answer>().RefuseAsync(refusal, http);
    }
}
