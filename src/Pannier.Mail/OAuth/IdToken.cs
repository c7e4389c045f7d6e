using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Pannier.Mail.OAuth;

/// <summary>
/// Reads who signed in from an id token. It came from the token endpoint itself over TLS, which stands for its signature
/// (OpenID Connect Core §3.1.3.7, 6); whom it is for, from whom, and which question it answers are checked.
/// </summary>
internal static class IdToken
{
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);

    /// <param name="issuer">Null where the provider's differs by tenant.</param>
    /// <returns>The mail address; null when it does not say, or does not vouch for it.</returns>
    /// <exception cref="OAuthFault">It is no id token, or not the one that was asked for.</exception>
    public static string? Address(string token, string? issuer, string clientId, string nonce, DateTimeOffset now)
    {
        var claims = Claims(token) ?? throw new OAuthFault(OAuthFaultKind.Protocol);
        var isOurs = IsFor(claims, clientId)
            && (issuer is null || (OAuthHttp.Text(claims, "iss") is { } from && OAuthMetadata.IsSame(from, issuer)))
            && OAuthHttp.Text(claims, "nonce") is { } said && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(said), Encoding.UTF8.GetBytes(nonce))
            && claims.TryGetProperty("exp", out var exp) && exp.TryGetInt64(out var until) && until > (now - Slack).ToUnixTimeSeconds();
        if (!isOurs) throw new OAuthFault(OAuthFaultKind.Protocol);

        return claims.TryGetProperty("email_verified", out var verified) && verified.ValueKind == JsonValueKind.False ? null : OAuthHttp.Text(claims, "email");
    }

    private static bool IsFor(JsonElement claims, string clientId) => claims.TryGetProperty("aud", out var audience) && audience.ValueKind switch
    {
        JsonValueKind.String => audience.GetString() == clientId,
        JsonValueKind.Array => audience.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.String && one.GetString() == clientId) && (audience.GetArrayLength() == 1 || OAuthHttp.Text(claims, "azp") == clientId),
        _ => false,
    };

    private static JsonElement? Claims(string token)
    {
        if (token.Split('.') is not [_, var body, _] || !Base64Url.IsValid(body)) return null;
        try
        {
            using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(body), new JsonDocumentOptions { MaxDepth = 16 });
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
