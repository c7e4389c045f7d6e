using System.Net.Http.Headers;
using System.Text.Json;
using Pannier.Mail.Net;

namespace Pannier.Mail.OAuth;

/// <summary>Asks authorization servers, through a gate of their own: https, small answers, little time, no redirect with a secret.</summary>
/// <param name="rules">What <paramref name="http"/> goes by.</param>
public sealed class OAuthHttp(IdentityHttp http, IdentityEgressOptions rules)
{
    private const int MostBytes = 64 * 1024;
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(15);

    /// <summary>Gets a JSON object.</summary>
    /// <returns>Null when there is none at this address.</returns>
    /// <exception cref="OAuthFault">The server could not be reached, or its answer is none.</exception>
    internal async Task<JsonElement?> GetAsync(Uri address, CancellationToken cancellation)
    {
        var answer = await AskAsync(address, () => http.GetAsync(address, MostBytes, AtMost, cancellation));
        if ((int)answer.Status is >= 400 and < 500) return null;
        return (int)answer.Status == 200 ? Read(answer) : throw new OAuthFault(OAuthFaultKind.Unavailable);
    }

    /// <summary>Posts a form and reads the JSON object that answers it.</summary>
    /// <returns>An empty object where there is nothing to read.</returns>
    /// <exception cref="OAuthFault">It said no, could not be reached, or its answer is none.</exception>
    internal async Task<JsonElement> PostAsync(Uri address, IReadOnlyDictionary<string, string> fields, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        var answer = await AskAsync(address, () => http.SendAsync(request, MostBytes, AtMost, cancellation));
        if ((int)answer.Status is 429 or >= 500) throw new OAuthFault(OAuthFaultKind.Unavailable);
        if ((int)answer.Status is >= 200 and < 300) return answer.Content.Length == 0 ? default : Read(answer);
        if (Read(answer) is var said && Text(said, "error") is { Length: > 0 and <= 100 } code) throw new OAuthFault(OAuthFault.KindOf(code), code, Text(said, "error_description"));
        throw new OAuthFault(OAuthFaultKind.Protocol);
    }

    /// <inheritdoc cref="IdentityEgressOptions.Allows"/>
    internal bool Allows(Uri address) => rules.Allows(address);

    /// <summary>A member that is text; null when there is none.</summary>
    internal static string? Text(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private async Task<WebAnswer> AskAsync(Uri address, Func<Task<WebAnswer>> ask)
    {
        if (!Allows(address)) throw new OAuthFault(OAuthFaultKind.Unavailable);
        try
        {
            return await ask();
        }
        catch (MailFault fault)
        {
            throw new OAuthFault(OAuthFaultKind.Unavailable, inner: fault);
        }
    }

    private static JsonElement Read(WebAnswer answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer.Content, new JsonDocumentOptions { MaxDepth = 16 });
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : throw new OAuthFault(OAuthFaultKind.Protocol);
        }
        catch (JsonException e)
        {
            throw new OAuthFault(OAuthFaultKind.Protocol, inner: e);
        }
    }
}
