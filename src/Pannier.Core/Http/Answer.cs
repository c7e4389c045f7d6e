using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Pannier.Core.Views;

namespace Pannier.Core.Http;

/// <summary>Writes what a route has to say as the caller asks: a page, a fragment to a swap, problem+json to a program.</summary>
internal sealed class Answer(PageWriter pages, Notices notices)
{
    /// <summary>Whether the page's script asks for a fragment.</summary>
    public static bool IsSwap(HttpRequest request) => request.Headers.ContainsKey("Pannier-Swap");

    public Task ShowAsync<TView, TModel>(TModel model, HttpContext http)
        where TView : View<TModel> =>
        IsSwap(http.Request) ? pages.FragmentAsync<TView, TModel>(model, http) : pages.PageAsync<TView, TModel>(model, http);

    /// <summary>Sends the browser on with 303; what it is told waits in the notices cookie.</summary>
    public void GoOn(INext done, HttpContext http)
    {
        if (done.Notice is { } notice) notices.Leave(notice, http);
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = done.Next.Value;
    }

    public async Task RefuseAsync(Refusal refusal, HttpContext http)
    {
        http.Response.StatusCode = refusal.Status;
        http.Response.ContentLength = null; // what was going to be said before something failed
        http.Response.Headers.Remove(HeaderNames.ContentDisposition);
        if (IsSwap(http.Request)) await pages.FragmentAsync<RefusalView, Refusal>(refusal, http);
        else if (AsksForJson(http.Request)) await pages.ProblemAsync(refusal, http);
        else await pages.PageAsync<RefusalView, Refusal>(refusal, http);
    }

    private static bool AsksForJson(HttpRequest request) =>
        request.Headers.Accept.ToString() is var accept
        && accept.Contains("json", StringComparison.OrdinalIgnoreCase)
        && !accept.Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
