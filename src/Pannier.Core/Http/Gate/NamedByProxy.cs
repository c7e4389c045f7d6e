using Microsoft.AspNetCore.Http;
using Pannier.Core.Outside;
using Pannier.Core.Sessions;
using Pannier.Core.Users;

namespace Pannier.Core.Http.Gate;

/// <summary>Where a proxy names people (<c>SignIn:Backend</c> Proxy): refuses a name that is not from it, and ends the session of whom it no longer names.</summary>
internal sealed class NamedByProxy(ProxyWord proxy, LiveSessions sessions, Visit visit) : IGateStep
{
    public async ValueTask<Refusal?> CheckAsync(HttpContext http, Asked asked)
    {
        if (asked.Answer is AnswerClass.View or AnswerClass.Machine or AnswerClass.Static) return null; // they read no session either
        if (!proxy.TryRead(http, out var name)) return Refusal.Forbidden("refused.proxy");

        visit.NamedByProxy = name;
        if (name is not null && visit.Session is { Person.User: { Backend: SignInBackend.Proxy } user } session && user.Name.Key != name.Key)
        {
            await sessions.EndAsync(session, http.RequestAborted);
            visit.Session = null;
            if (!OpenSession.IsScripts(http.Request)) Cookies.Remove(http, Cookies.Session);
            http.Response.Headers.Remove(OpenSession.Left);
        }

        return null;
    }
}
