using Microsoft.AspNetCore.Http;
using Pannier.Core.Http.Carrying;
using Pannier.Core.Sessions;

namespace Pannier.Core.Http.Gate;

/// <summary>Compares how far the visitor is signed in with what the route asks; <c>Full</c> unless the route says otherwise.</summary>
/// <remarks>Who has to sign in, or to give the password again, gets the form they sent back, sealed, to be offered once that is done.</remarks>
internal sealed class SignedInEnough(Visit visit, Parcels parcels) : IGateStep
{
    private string Door => visit.Session is { AwaitsFactor: true } ? "/second-factor" : "/sign-in";

    public async ValueTask<Refusal?> CheckAsync(HttpContext http, Asked asked)
    {
        if (asked.Answer is AnswerClass.View or AnswerClass.Machine or AnswerClass.Static || visit.Level >= asked.Level) return null;

        var (door, text) = asked.Level == SignInLevel.Recent && visit.Level == SignInLevel.Full ? ("/confirm", "refused.step-up") : (Door, "refused.sign-in");
        var next = LocalUrl.Read(door + (Back(http.Request, asked) is { } back ? "?next=" + Uri.EscapeDataString(back) : "")) ?? LocalUrl.Of(door); // an address too long to come back to
        return new Refusal(StatusCodes.Status401Unauthorized, Said.Of(text)) { Next = next, Carried = HttpMethods.IsPost(http.Request.Method) ? await parcels.PackAsync(http, asked.Secrets) : null };
    }

    /// <summary>The page to come back to: the one asked for, or the one a form was on.</summary>
    private static string? Back(HttpRequest request, Asked asked)
    {
        if (HttpMethods.IsPost(request.Method)) return Uri.TryCreate(request.Headers.Referer.ToString(), UriKind.Absolute, out var page) ? page.PathAndQuery : null; // the gate has seen that it is ours
        return request.Path != "/" && !asked.IsCallBack ? request.Path + request.QueryString : null;
    }
}
