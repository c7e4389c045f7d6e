using Microsoft.AspNetCore.Http;
using Pannier.Core.Sessions;

namespace Pannier.Core.Http.Gate;

/// <summary>Opens the session its cookie names. One that is over, or whose key does not fit, is no session, and its cookie goes.</summary>
/// <remarks>
/// A view or machine answer reads no cookie. What the page asks for by itself does not count as use: streams of events, and
/// requests that say so in <c>Pannier-Unattended</c>. Every other request does.
/// </remarks>
internal sealed class OpenSession(LiveSessions sessions, Visit visit) : IGateStep
{
    public async ValueTask<Refusal?> CheckAsync(HttpContext http, Asked asked)
    {
        if (asked.Answer is AnswerClass.View or AnswerClass.Machine or AnswerClass.Static) return null;
        if (http.Request.Cookies[Cookies.Session] is not { Length: > 0 } cookie) return null;

        var attention = asked.Attention == Attention.Watched || http.Request.Headers["Pannier-Unattended"] is ["1"] ? Attention.Watched : Attention.Used;
        visit.Session = await sessions.OpenAsync(cookie, attention, http.RequestAborted);
        if (visit.Session is null) Cookies.Remove(http, Cookies.Session);
        return null;
    }
}
