using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Pannier.Core.Http;

/// <summary>Answers <c>GET /view/{id}.{key}</c>: no session, no cookie, the box or nothing.</summary>
internal static class ViewAnswer
{
    public const string Path = "/view/{capability}";

    public static async Task AnswerAsync(HttpContext http)
    {
        var boxes = http.RequestServices.GetRequiredService<ViewBoxes>();
        if (await boxes.OpenAsync(http.Request.RouteValues["capability"] as string ?? "", http.RequestAborted) is not { } content)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync("This view is over. Open the message again.", http.RequestAborted);
            return;
        }

        http.Response.ContentType = content.MediaType;
        http.Response.ContentLength = content.Bytes.Length;
        await http.Response.Body.WriteAsync(content.Bytes, http.RequestAborted);
    }
}
