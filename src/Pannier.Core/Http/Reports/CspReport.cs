using System.Text.Json;
using Pannier.Core.Text;

namespace Pannier.Core.Http.Reports;

/// <summary>What a browser says it refused by our policy (CSP 3 §5, Reporting API), cut to what no one's business is in: no path but its first part, no query, no sample.</summary>
/// <param name="Directive">The directive that refused it.</param>
/// <param name="Blocked">Scheme and host, or a word such as <c>inline</c>.</param>
/// <param name="Page">The first part of the page's path.</param>
/// <param name="Source">The same of the script that asked, with its line; empty when not told.</param>
internal sealed record CspReport(string Directive, string Blocked, string Page, string Source)
{
    /// <summary>Reports of one body, in the form of <c>report-uri</c> or of <c>report-to</c>.</summary>
    /// <param name="body">Untrusted.</param>
    /// <param name="most">More than these are left out.</param>
    /// <returns>Empty when it holds none that can be read.</returns>
    public static IReadOnlyList<CspReport> Read(ReadOnlyMemory<byte> body, int most)
    {
        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 8 });
            return json.RootElement.ValueKind switch
            {
                JsonValueKind.Object when json.RootElement.TryGetProperty("csp-report", out var old) => [Of(old, "effective-directive", "blocked-uri", "document-uri", "source-file", "line-number")],
                JsonValueKind.Array => [.. json.RootElement.EnumerateArray().Where(IsViolation).Take(most).Select(one => Of(one.GetProperty("body"), "effectiveDirective", "blockedURL", "documentURL", "sourceFile", "lineNumber"))],
                _ => [],
            };
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static bool IsViolation(JsonElement one) =>
        one.ValueKind == JsonValueKind.Object && one.TextOf("type") == "csp-violation" && one.TryGetProperty("body", out var body) && body.ValueKind == JsonValueKind.Object;

    private static CspReport Of(JsonElement body, string directive, string blocked, string page, string source, string line) =>
        new(Word(body.TextOf(directive) ?? body.TextOf("violated-directive")), Host(body.TextOf(blocked)), Place(body.TextOf(page)), Line(Place(body.TextOf(source)), body, line));

    /// <summary>Lower-case letters and hyphens, as directives and keywords are; anything else is not repeated.</summary>
    private static string Word(string? text) => text?.Split(' ')[0] is { Length: > 0 and <= 40 } word && word.All(sign => sign is (>= 'a' and <= 'z') or '-') ? word : "?";

    private static string Host(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) ? url.HostNameType == UriHostNameType.Unknown ? Word(url.Scheme) : $"{Word(url.Scheme)}://{url.IdnHost}" : Word(text);

    private static string Place(string? text) =>
        !Uri.TryCreate(text, UriKind.Absolute, out var url) ? "" : "/" + Word(url.AbsolutePath.Split('/', 3) is [_, var first, ..] ? first : "") is var place && place == "/?" ? "/" : place;

    private static string Line(string place, JsonElement body, string name) =>
        place.Length > 0 && body.TryGetProperty(name, out var line) && line.ValueKind == JsonValueKind.Number && line.TryGetInt32(out var number) ? $"{place}:{number}" : place;
}
