using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Pannier.Mail;
using Pannier.Mail.OAuth;

namespace Pannier.Core.Outside.OpenId;

/// <summary>Checks what the provider has signed: id tokens (OpenID Connect Core §3.1.3.7) and logout tokens (Back-Channel Logout §2.6). Algorithms are fixed; none with a shared key, and never none.</summary>
internal sealed class OpenIdTokens(OpenIdProvider provider, OpenIdKeys keys, OAuthClient client, UsedTokens used, TimeProvider clock, ILogger<OpenIdTokens> log)
{
    /// <summary>The longest token that is read.</summary>
    public const int Longest = 16 * 1024;

    private const string LogoutEvent = "http://schemas.openid.net/event/backchannel-logout";
    private const int LongestSubject = 255;
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestLogout = TimeSpan.FromMinutes(10);
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = Longest };
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    /// <summary>Checks an id token.</summary>
    /// <param name="nonce">Of the question it answers.</param>
    /// <param name="access">The access token that came with it.</param>
    /// <returns>Null when it is none that was asked for.</returns>
    /// <exception cref="OAuthFault">The provider could not be asked for its keys.</exception>
    public async Task<OpenIdToken?> ReadAsync(string token, string nonce, Secret access, CancellationToken cancellation)
    {
        if (await CheckAsync(token, cancellation) is not { } read) return null;
        var (said, algorithm) = read;
        if (said.Subject.Length == 0 || said.Text("nonce") is not { } own || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(own), Encoding.UTF8.GetBytes(nonce))) return Refuse("nonce or subject");
        if (said.Claims.TryGetProperty("at_hash", out _) && said.Text("at_hash") != HashOf(access, algorithm)) return Refuse("at_hash");
        return said;
    }

    /// <summary>Checks a logout token, and uses it up.</summary>
    /// <returns>Null when it is none, or was used before.</returns>
    /// <exception cref="OAuthFault">The provider could not be asked for its keys.</exception>
    public async Task<OpenIdToken?> ReadLogoutAsync(string token, CancellationToken cancellation)
    {
        if (await CheckAsync(token, cancellation) is not { Said: var said }) return null;
        var isLogout = said.Claims.TryGetProperty("events", out var events) && events.ValueKind == JsonValueKind.Object && events.TryGetProperty(LogoutEvent, out var about) && about.ValueKind == JsonValueKind.Object;
        if (!isLogout || said.Claims.TryGetProperty("nonce", out _) || (said.Subject.Length == 0 && said.Session is null)) return Refuse("no logout token");
        if (said.Time("iat") is not { } at || at > clock.GetUtcNow() + Slack || at < clock.GetUtcNow() - LongestLogout || said.Text("jti") is not { Length: > 0 and <= LongestSubject } id) return Refuse("iat or jti");
        return await used.UseAsync($"logout\0{said.Issuer}\0{id}", at + LongestLogout + Slack, cancellation) ? said : Refuse("used before");
    }

    /// <summary>Signature, issuer, audience and end, which both kinds have.</summary>
    private async Task<(OpenIdToken Said, string Algorithm)?> CheckAsync(string token, CancellationToken cancellation)
    {
        if (token.Length > Longest || !Handler.CanReadToken(token) || Parse(token) is not { } unsure) return null;

        var server = await client.ServerAsync(provider.Value, cancellation);
        var result = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidAlgorithms = Algorithms,
            IssuerSigningKeys = await keys.ForAsync(unsure.Kid ?? "", cancellation),
            ValidIssuer = server.Issuer,
            ValidAudience = provider.Value.ClientId,
            LifetimeValidator = (from, until, _, _) => until is { } ends && ends > clock.GetUtcNow().UtcDateTime - Slack && (from is null || from <= clock.GetUtcNow().UtcDateTime + Slack),
        });
        if (!result.IsValid || result.SecurityToken is not JsonWebToken right)
        {
            Refuse(result.Exception?.GetType().Name ?? "nothing");
            return null;
        }

        using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(right.EncodedPayload));
        var claims = payload.RootElement.Clone();
        var said = new OpenIdToken(right.Issuer, right.Subject is { Length: <= LongestSubject } subject ? subject : "", right.TryGetPayloadValue<string>("sid", out var session) && session is { Length: > 0 and <= LongestSubject } ? session : null, claims);
        if ((right.Audiences.Count() > 1 || claims.TryGetProperty("azp", out _)) && said.Text("azp") != provider.Value.ClientId)
        {
            Refuse("azp");
            return null;
        }

        return (said, right.Alg);
    }

    private static JsonWebToken? Parse(string token)
    {
        try
        {
            return Handler.ReadJsonWebToken(token);
        }
        catch (Exception wrong) when (wrong is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    /// <summary>The left half of the hash that the algorithm goes with.</summary>
    private static string HashOf(Secret access, string algorithm)
    {
        var hash = algorithm[^3..] switch
        {
            "384" => SHA384.HashData(access.RevealBytes()),
            "512" => SHA512.HashData(access.RevealBytes()),
            _ => SHA256.HashData(access.RevealBytes()),
        };
        return Base64Url.EncodeToString(hash.AsSpan(0, hash.Length / 2));
    }

    private OpenIdToken? Refuse(string fault)
    {
        Log.TokenRefused(log, provider.Value.Issuer?.Host ?? "", fault);
        return null;
    }
}
