using Microsoft.AspNetCore.Http;
using Pannier.Core.Sessions;

namespace Pannier.Core.Http.Gate;

/// <summary>Compares how far the visitor is signed in with what the route asks; <c>Full</c> unless the route says otherwise.</summary>
internal sealed class SignedInEnough(Visit visit) : IGateStep
{
    public ValueTask<Refusal?> CheckAsync(HttpContext http, Asked asked)
    {
        if (asked.Answer is AnswerClass.View or AnswerClass.Machine or AnswerClass.Static || visit.Level >= asked.Level) return default;
        if (asked.Level == SignInLevel.Recent && visit.Level == SignInLevel.Full)
            return new(new Refusal(403, Said.Of("refused.step-up")));

        var back = HttpMethods.IsGet(http.Request.Method) && http.Request.Path != "/" ? $"?next={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}" : "";
        return new(new Refusal(401, Said.Of("refused.sign-in")) { Next = LocalUrl.Read("/sign-in" + back) ?? LocalUrl.Of("/sign-in") }); // an address too long to come back to
    }
}
