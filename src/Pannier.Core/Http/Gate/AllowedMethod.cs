using Microsoft.AspNetCore.Http;

namespace Pannier.Core.Http.Gate;

/// <summary>Lets GET, HEAD and POST by. Whether the route has the method is the router's business.</summary>
internal sealed class AllowedMethod : IGateStep
{
    public ValueTask<Refusal?> CheckAsync(HttpContext http, Asked asked)
    {
        var method = http.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPost(method)) return default;

        http.Response.Headers.Allow = "GET, HEAD, POST";
        return new(new Refusal(405, Said.Of("refused.method")));
    }
}
