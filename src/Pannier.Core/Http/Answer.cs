using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Pannier.Core.Sealing;
using Pannier.Core.Views;

namespace Pannier.Core.Http;

/// <summary>Writes what a route has to say as the caller asks: a page, a fragment to a swap, problem+json to a program.</summary>
internal sealed class Answer(PageWriter pages, Notices notices, AnswerSeal seal)
{
    /// <summary>Whether the page's script asks for a fragment.</summary>
    public static bool IsSwap(HttpRequest request) => request.Headers.ContainsKey("Pannier-Swap");

    /// <summary>Whether the page's script asks for all that the empty shell of a sealed page is to hold.</summary>
    public static bool IsWholePage(HttpRequest request) => request.Headers["Pannier-Swap"] is ["page"];

    /// <summary>A program's request: problems go to it as JSON.</summary>
    public static bool AsksForJson(HttpRequest request) =>
        request.Headers.Accept.ToString() is var accept
        && accept.Contains("json", StringComparison.OrdinalIgnoreCase)
        && !accept.Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where answers are sealed, shows a document's empty shell without asking the route: its script then asks, once.</summary>
    public async Task<bool> ShellAsync(HttpContext http)
    {
        if (!seal.WasOn || seal.HasBegun || !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))) return false;

        await pages.ShellAsync(http);
        return true;
    }

    public Task ShowAsync<TView, TModel>(TModel model, HttpContext http)
        where TView : View<TModel> =>
        IsSwap(http.Request) ? pages.FragmentAsync<TView, TModel>(model, http) : pages.PageAsync<TView, TModel>(model, http);

    /// <summary>Sends the browser on with 303; what it is told waits in the notices cookie.</summary>
    public void GoOn(INext done, HttpContext http)
    {
        if (done.Notice is { } notice) notices.Leave(notice, done.Act, http);
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = done.Next.Value;
    }

    /// <summary>Tells the page's script where a browser without one would be sent; what is told there waits all the same.</summary>
    public Task PointOnAsync(INext done, HttpContext http)
    {
        if (done.Notice is { } notice) notices.Leave(notice, done.Act, http);
        http.Response.Headers["Pannier-Next"] = done.Next.Value;
        return pages.EmptyAsync(http);
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
}
