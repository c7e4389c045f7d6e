using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Pannier.Core.Http.Gate;

/// <summary>
/// Refuses what another site asks in the person's name. On unsafe requests and streams <c>Sec-Fetch-Site</c>, if sent,
/// decides; else Origin, else Referer must be one of ours, <c>null</c> counts as absent, and none of them is refused.
/// Other sites may lead here by a link, and nothing else.
/// </summary>
internal sealed class SameOrigin(IOptions<SiteOptions> site) : IGateStep
{
    private readonly HashSet<string> _origins = new(site.Value.PublicOrigins.Select(origin => origin.TrimEnd('/')), StringComparer.OrdinalIgnoreCase);

    public ValueTask<Refusal?> CheckAsync(HttpContext http, Asked asked)
    {
        if (asked.Answer is AnswerClass.View or AnswerClass.Machine or AnswerClass.Static) return default;

        var ours = HttpMethods.IsPost(http.Request.Method) || asked.Answer == AnswerClass.Bytes ? AskedByUs(http.Request) : LedHere(http.Request);
        return new(ours ? null : Refusal.Forbidden("refused.origin"));
    }

    private bool AskedByUs(HttpRequest request)
    {
        // 1. The browser says who asks.
        if (request.Headers["Sec-Fetch-Site"] is [{ Length: > 0 } site]) return site is "same-origin" or "none";

        // 2. An older one names the origin, or the page.
        if (request.Headers.Origin is [{ Length: > 0 } origin] && origin != "null") return _origins.Contains(origin);
        if (request.Headers.Referer is [{ } referer] && Uri.TryCreate(referer, UriKind.Absolute, out var page)) return _origins.Contains(page.GetLeftPart(UriPartial.Authority));

        return false; // nobody says
    }

    private static bool LedHere(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] is not [("cross-site" or "same-site")]
        || (request.Headers["Sec-Fetch-Mode"] is ["navigate"] && request.Headers["Sec-Fetch-Dest"] is ["document"]);
}
