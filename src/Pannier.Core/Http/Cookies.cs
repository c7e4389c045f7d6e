using Microsoft.AspNetCore.Http;

namespace Pannier.Core.Http;

/// <summary>The cookies there are. All are Secure, SameSite=Lax, path <c>/</c>, without Domain, and end with the browser's session.</summary>
internal static class Cookies
{
    /// <summary>Session id and session key. HttpOnly.</summary>
    public const string Session = "__Host-pannier";

    /// <summary>What anti-forgery tokens are bound to before sign-in. HttpOnly.</summary>
    public const string Door = "__Host-pannier-door";

    /// <summary>The one cookie the page's script may read: a signed notice, shown once as text and removed.</summary>
    public const string Notices = "__Host-pannier-notices";

    public static void Set(HttpContext http, string name, string value) => http.Response.Cookies.Append(name, value, Options(name));

    public static void Remove(HttpContext http, string name) => http.Response.Cookies.Delete(name, Options(name));

    private static CookieOptions Options(string name) =>
        new() { HttpOnly = name != Notices, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };
}
