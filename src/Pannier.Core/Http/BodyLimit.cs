using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Pannier.Core.Http;

/// <summary>How much of a request's body is read.</summary>
internal static class BodyLimit
{
    /// <param name="most">Octets; a body that is longer breaks off with 413.</param>
    public static void Set(HttpContext http, long most)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = most;
    }
}
