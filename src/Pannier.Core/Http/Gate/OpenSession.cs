using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Pannier.Core.Sessions;

namespace Pannier.Core.Http.Gate;

/// <summary>Opens the session its cookie names. One that is over, or whose key does not fit, is no session, and with the next page its cookie goes.</summary>
/// <remarks>
/// A session that does not look like its own browser's gives no rights: somebody else may have its cookie.
/// A view or machine answer reads no cookie. What the page asks for by itself does not count as use: streams of events, and
/// requests that say so in <c>Pannier-Unattended</c>. Every other request does.
/// </remarks>
internal sealed class OpenSession(LiveSessions sessions, IOptions<SessionOptions> options, Visit visit) : IGateStep
{
    /// <summary>Seconds until the session ends if nobody uses it; the page's script warns by it.</summary>
    internal const string Left = "Pannier-Idle";

    internal static string Seconds(TimeSpan left) => Math.Max(0, (int)left.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    public async ValueTask<Refusal?> CheckAsync(HttpContext http, Asked asked)
    {
        if (asked.Answer is AnswerClass.View or AnswerClass.Machine or AnswerClass.Static) return null;
        if (Cookies.Read(http, Cookies.Session) is not { } cookie) return null;

        var attention = asked.Attention == Attention.Watched || http.Request.Headers["Pannier-Unattended"] is ["1"] ? Attention.Watched : Attention.Used;
        if (await sessions.OpenAsync(cookie, attention, http.RequestAborted) is not { } session)
        {
            if (!IsScripts(http.Request)) Cookies.Remove(http, Cookies.Session);
            return null;
        }

        switch (session.Compare(RequestTraits.Of(http, options.Value.Address)))
        {
            case FingerprintVerdict.OtherBrowser when options.Value.Mismatch == OnMismatch.SignInAgain:
                visit.Doubted = session;
                break;
            case FingerprintVerdict.OtherOrigin or FingerprintVerdict.OtherBrowser when options.Value.Mismatch != OnMismatch.Ignore:
            case FingerprintVerdict.OtherOrigin:
                await sessions.EndAsync(session, http.RequestAborted);
                Cookies.Remove(http, Cookies.Session);
                break;
            default:
                visit.Session = session = await RenewedAsync(session, asked, http);
                http.Response.Headers[Left] = Seconds(sessions.Left(session));
                break;
        }

        return null;
    }

    /// <summary>A page that somebody goes to is where a session that lasts gets its new cookie; what goes on beside it may still bring the old one.</summary>
    private async Task<LiveSession> RenewedAsync(LiveSession session, Asked asked, HttpContext http)
    {
        if (session.StaysUntil is null || asked.Answer != AnswerClass.Page || !HttpMethods.IsGet(http.Request.Method) || IsScripts(http.Request)) return session;
        if (await sessions.RenewAsync(session, http.RequestAborted) is not { } ticket || await sessions.OpenAsync(ticket.Reveal(), http.RequestAborted) is not { } renewed) return session;

        Cookies.Set(http, Cookies.Session, ticket.Reveal(), renewed.StaysUntil);
        return renewed;
    }

    /// <summary>A page's script may ask in the very moment in which a form of it changes the session: its answer must not take the new cookie away.</summary>
    internal static bool IsScripts(HttpRequest request) => Answer.IsSwap(request) || request.Headers["Sec-Fetch-Dest"] is ["empty"];
}
