using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;
using Pannier.Core.Http.Gate;
using Pannier.Core.Sessions;

namespace Pannier.Core.Http;

/// <summary>The files the build made, each by its own route: there is no folder to walk out of, and nothing to list.</summary>
/// <remarks>Beside a file may lie what the build compressed it to (<c>.br</c>, <c>.gz</c>); the smallest the browser takes is sent.</remarks>
internal static class StaticFiles
{
    private static readonly IReadOnlyList<KeyValuePair<string, string>> Codings = [new("br", ".br"), new("gzip", ".gz")];

    public static void Map(IEndpointRouteBuilder app, string webRoot)
    {
        var names = new PhysicalFileProvider(webRoot).GetDirectoryContents("").Where(file => !file.IsDirectory).Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in names.Where(name => name != "assets.json" && !Codings.Any(coding => name.EndsWith(coding.Value, StringComparison.Ordinal))))
        {
            var (path, type) = (Path.Combine(webRoot, name), MediaType(name));
            var offered = Codings.Where(coding => names.Contains(name + coding.Value)).ToList();
            app.MapMethods("/" + name, ["GET", "HEAD"], http => SendAsync(http, path, type, offered))
                .WithMetadata(new Asked(SignInLevel.Anonymous, AnswerClass.Static));
        }
    }

    private static async Task SendAsync(HttpContext http, string path, string type, List<KeyValuePair<string, string>> offered)
    {
        http.Response.ContentType = type;
        if (offered.Count > 0) http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (!IsHashed(path)) http.Response.Headers.CacheControl = "public, max-age=86400"; // its name stays when it changes
        var chosen = offered.FirstOrDefault(coding => Takes(http.Request, coding.Key));
        if (chosen.Key is not null) http.Response.Headers.ContentEncoding = chosen.Key;

        var file = new FileInfo(path + chosen.Value);
        http.Response.ContentLength = file.Length;
        if (HttpMethods.IsGet(http.Request.Method)) await http.Response.SendFileAsync(file.FullName, http.RequestAborted);
    }

    private static bool Takes(HttpRequest request, string coding) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var taken)
        && taken.Any(one => one.Value.Equals(coding, StringComparison.OrdinalIgnoreCase) && one.Quality is null or > 0);

    /// <summary>As the build names what may be kept for ever: <c>site.0123456789ab.js</c>.</summary>
    private static bool IsHashed(string path) =>
        Path.GetFileName(path).Split('.') is [_, { Length: 12 } hash, _] && hash.All(char.IsAsciiHexDigitLower);

    private static string MediaType(string name) => Path.GetExtension(name) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        _ => "application/octet-stream",
    };
}
