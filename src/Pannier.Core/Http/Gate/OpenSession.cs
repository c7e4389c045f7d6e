using Microsoft.AspNetCore.Http;
using Pannier.Core.Sessions;

namespace Pannier.Core.Http.Gate;

/// <summary>Opens the session its cookie names. One that is over, or whose key does not fit, is no session, and its cookie goes.</summary>
/// <remarks>A view or machine answer reads no cookie. Streams of events do not count as use; every other request does.</remarks>
internal sealed class OpenSession(LiveSessions sessions, Visit visit) : IGateStep
{
    public async ValueTask<Refusal?> CheckAsync(HttpContext http, Asked asked)
    {
        if (asked.Answer is AnswerClass.View or AnswerClass.Machine or AnswerClass.Static) return null;
        if (http.Request.Cookies[Cookies.Session] is not { Length: > 0 } cookie) return null;

        visit.Session = await sessions.OpenAsync(cookie, http.RequestAborted);
        if (visit.Session is null) Cookies.Remove(http, Cookies.Session);
        return null;
    }
}
