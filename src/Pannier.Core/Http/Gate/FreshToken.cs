using Microsoft.AspNetCore.Http;

namespace Pannier.Core.Http.Gate;

/// <summary>On POST, compares the anti-forgery token (a header from scripts, a field from forms) with this session's.</summary>
internal sealed class FreshToken(CsrfTokens tokens) : IGateStep
{
    public async ValueTask<Refusal?> CheckAsync(HttpContext http, Asked asked)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || asked.Answer == AnswerClass.Machine) return null;

        var sent = http.Request.Headers["Pannier-Csrf"] is [{ Length: > 0 } header]
            ? header
            : http.Request.HasFormContentType ? (await http.Request.ReadFormAsync(http.RequestAborted))[FieldReader.Token].ToString() : "";
        return tokens.Matches(sent, http) ? null : Refusal.Forbidden("refused.csrf");
    }
}
