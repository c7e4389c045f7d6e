using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pannier.Core.Sessions;

namespace Pannier.Core.Http;

/// <summary>
/// The cookies there are. All are Secure, SameSite=Lax, path <c>/</c>, and end with the browser's session, but for those that somebody
/// has asked to last. They are bound to one
/// host (<c>__Host-</c>), or where a site sets <see cref="SessionOptions.CookieDomain"/> to that domain (<c>__Secure-</c>).
/// </summary>
internal static class Cookies
{
    /// <summary>Session id and session key. HttpOnly.</summary>
    public const string Session = "pannier";

    /// <summary>What anti-forgery tokens are bound to before sign-in. HttpOnly.</summary>
    public const string Door = "pannier-door";

    /// <summary>What a browser is known by again that somebody has called their own. HttpOnly; it lasts 180 days from its last use.</summary>
    public const string Device = "pannier-device";

    /// <summary>What a browser may be told by how much mail waits while nobody is signed in. HttpOnly.</summary>
    public const string Watch = "pannier-watch";

    /// <summary>The one cookie the page's script may read: a signed notice, shown once as text and removed.</summary>
    public const string Notices = "pannier-notices";

    /// <summary>What the browser sent; null for nothing.</summary>
    public static string? Read(HttpContext http, string name) => http.Request.Cookies[Name(name, Domain(http))] is { Length: > 0 } value ? value : null;

    /// <param name="until">When the browser forgets it; null when it is closed.</param>
    public static void Set(HttpContext http, string name, string value, DateTimeOffset? until = null) => http.Response.Cookies.Append(Name(name, Domain(http)), value, Options(name, Domain(http), until));

    public static void Remove(HttpContext http, string name) => http.Response.Cookies.Delete(Name(name, Domain(http)), Options(name, Domain(http), null));

    private static string? Domain(HttpContext http) => http.RequestServices.GetRequiredService<IOptions<SessionOptions>>().Value.CookieDomain;

    private static string Name(string name, string? domain) => (domain is null ? "__Host-" : "__Secure-") + name;

    private static CookieOptions Options(string name, string? domain, DateTimeOffset? until) =>
        new() { Expires = until, HttpOnly = name != Notices, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", Domain = domain, IsEssential = true };
}
