using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Pannier.Mail.OAuth;

/// <summary>
/// The client's side of OAuth2 (RFC 6749 with the practice of RFC 9700): authorization code with PKCE, device code, refreshing and
/// revocation. Tokens are asked for and answered in bodies; none is ever part of an address.
/// </summary>
public sealed class OAuthClient(OAuthHttp http, OAuthMetadata metadata, TimeProvider time)
{
    private static readonly TimeSpan Unsaid = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(1);

    /// <summary>Where a provider is asked for what.</summary>
    /// <exception cref="OAuthFault">Its issuer could not be asked.</exception>
    public Task<OAuthServer> ServerAsync(OAuthProvider provider, CancellationToken cancellation) => metadata.OfAsync(provider, cancellation);

    /// <summary>Makes a question for the person's browser.</summary>
    /// <param name="hint">The address they want to sign in with.</param>
    /// <exception cref="OAuthFault">The provider's addresses are not known.</exception>
    public Task<AuthorizationRequest> AskAsync(OAuthProvider provider, Uri redirect, string hint, CancellationToken cancellation) => AskAsync(provider, redirect, hint, (_, _) => Random(), cancellation);

    /// <inheritdoc cref="AskAsync(OAuthProvider, Uri, string, CancellationToken)"/>
    /// <param name="makeState">Makes the state from the verifier and the nonce: nobody must be able to guess it, or to read it.</param>
    public async Task<AuthorizationRequest> AskAsync(OAuthProvider provider, Uri redirect, string hint, Func<string, string?, string> makeState, CancellationToken cancellation)
    {
        var server = await metadata.OfAsync(provider, cancellation);
        if (!http.Allows(server.Authorize)) throw new OAuthFault(OAuthFaultKind.Unsupported);

        var (verifier, nonce) = (Random(), provider.Scopes.Contains("openid") ? Random() : null);
        var state = makeState(verifier, nonce);
        var fields = new Dictionary<string, string>
        {
            ["response_type"] = "code",
            ["response_mode"] = "query",
            ["client_id"] = provider.ClientId,
            ["redirect_uri"] = redirect.AbsoluteUri,
            ["scope"] = string.Join(' ', provider.Scopes),
            ["state"] = state,
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
            ["code_challenge_method"] = "S256",
        };
        if (hint.Length > 0) fields["login_hint"] = hint;
        if (nonce is not null) fields["nonce"] = nonce;
        foreach (var (name, value) in provider.Also) fields[name] = value;
        var query = string.Join('&', fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));
        var address = server.Authorize.AbsoluteUri;
        return new AuthorizationRequest(new Uri(address + (address.Contains('?', StringComparison.Ordinal) ? '&' : '?') + query), state, Secret.Of(verifier), nonce);
    }

    /// <summary>Whether the answer that came by the browser can be of this provider (RFC 9207).</summary>
    /// <param name="issuer">As the answer names it; null when it names none.</param>
    public async Task<bool> IsFromAsync(OAuthProvider provider, string? issuer, CancellationToken cancellation)
    {
        var server = await metadata.OfAsync(provider, cancellation);
        return issuer is null ? !server.NamesItself : server.Issuer is null || OAuthMetadata.IsSame(server.Issuer, issuer);
    }

    /// <summary>Exchanges a code that came by the browser.</summary>
    /// <param name="redirect">The same as was asked with.</param>
    /// <exception cref="OAuthFault">The provider refused it or failed.</exception>
    public async Task<OAuthTokens> ExchangeAsync(OAuthProvider provider, Secret code, Secret verifier, Uri redirect, string? nonce, CancellationToken cancellation)
    {
        var server = await metadata.OfAsync(provider, cancellation);
        return await TokensAsync(
            provider,
            server,
            new() { ["grant_type"] = "authorization_code", ["code"] = code.Reveal(), ["code_verifier"] = verifier.Reveal(), ["redirect_uri"] = redirect.AbsoluteUri },
            nonce,
            cancellation);
    }

    /// <summary>Asks for another access token. Once sent, the answer must not be lost: it may hold the only refresh token that is still good.</summary>
    /// <exception cref="OAuthFault"><see cref="OAuthFaultKind.Lapsed"/> when the person has to sign in again.</exception>
    public async Task<OAuthTokens> RefreshAsync(OAuthProvider provider, Secret refresh, CancellationToken cancellation)
    {
        var server = await metadata.OfAsync(provider, cancellation);
        return await TokensAsync(provider, server, new() { ["grant_type"] = "refresh_token", ["refresh_token"] = refresh.Reveal() }, null, CancellationToken.None);
    }

    /// <summary>Asks for a device code.</summary>
    /// <exception cref="OAuthFault"><see cref="OAuthFaultKind.Unsupported"/> where there are none.</exception>
    public async Task<DeviceCode> BeginDeviceAsync(OAuthProvider provider, CancellationToken cancellation)
    {
        var server = await metadata.OfAsync(provider, cancellation);
        if (server.Device is not { } device) throw new OAuthFault(OAuthFaultKind.Unsupported);

        var said = await http.PostAsync(device, Ours(provider, new() { ["scope"] = string.Join(' ', provider.Scopes.Where(scope => scope != "openid")) }), cancellation);
        return OAuthHttp.Text(said, "device_code") is { } code
            && OAuthHttp.Text(said, "user_code") is { Length: > 0 and <= 40 } user && !user.Any(char.IsControl)
            && (OAuthHttp.Text(said, "verification_uri") ?? OAuthHttp.Text(said, "verification_url")) is { } text
            && Uri.TryCreate(text, UriKind.Absolute, out var verify) && http.Allows(verify)
                ? new DeviceCode(Secret.Of(code), user, verify, time.GetUtcNow() + Seconds(said, "expires_in", Unsaid), Seconds(said, "interval", TimeSpan.FromSeconds(5)))
                : throw new OAuthFault(OAuthFaultKind.Protocol);
    }

    /// <summary>Asks whether the person has typed the code.</summary>
    /// <exception cref="OAuthFault"><see cref="OAuthFaultKind.Pending"/> while they have not.</exception>
    public async Task<OAuthTokens> TakeDeviceAsync(OAuthProvider provider, Secret device, CancellationToken cancellation)
    {
        var server = await metadata.OfAsync(provider, cancellation);
        return await TokensAsync(provider, server, new() { ["grant_type"] = "urn:ietf:params:oauth:grant-type:device_code", ["device_code"] = device.Reveal() }, null, cancellation);
    }

    /// <summary>Gives a refresh token back, and all that came of it.</summary>
    /// <exception cref="OAuthFault">The provider refused, failed, or takes none back.</exception>
    public async Task RevokeAsync(OAuthProvider provider, Secret refresh, CancellationToken cancellation)
    {
        var server = await metadata.OfAsync(provider, cancellation);
        if (server.Revoke is not { } revoke) throw new OAuthFault(OAuthFaultKind.Unsupported);
        await http.PostAsync(revoke, Ours(provider, new() { ["token"] = refresh.Reveal(), ["token_type_hint"] = "refresh_token" }), cancellation);
    }

    /// <summary>The keys a provider signs with, as it tells them (JWK Set, RFC 7517).</summary>
    /// <exception cref="OAuthFault">It could not be asked, or names none.</exception>
    public async Task<string> KeysAsync(OAuthProvider provider, CancellationToken cancellation)
    {
        var server = await metadata.OfAsync(provider, cancellation);
        return server.Keys is { } keys && await http.GetAsync(keys, cancellation) is { } told ? told.GetRawText() : throw new OAuthFault(OAuthFaultKind.Unsupported);
    }

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    private static Dictionary<string, string> Ours(OAuthProvider provider, Dictionary<string, string> fields)
    {
        fields["client_id"] = provider.ClientId;
        if (provider.ClientSecret is { } secret) fields["client_secret"] = secret.Reveal();
        return fields;
    }

    private async Task<OAuthTokens> TokensAsync(OAuthProvider provider, OAuthServer server, Dictionary<string, string> fields, string? nonce, CancellationToken cancellation)
    {
        var asked = time.GetUtcNow();
        var said = await http.PostAsync(server.Token, Ours(provider, fields), cancellation);
        if (OAuthHttp.Text(said, "access_token") is not { Length: > 0 } access) throw new OAuthFault(OAuthFaultKind.Protocol);
        if (OAuthHttp.Text(said, "token_type") is { } type && !type.Equals("bearer", StringComparison.OrdinalIgnoreCase)) throw new OAuthFault(OAuthFaultKind.Protocol);
        var address = nonce is null ? null : IdToken.Address(OAuthHttp.Text(said, "id_token") ?? throw new OAuthFault(OAuthFaultKind.Protocol), server.Issuer, provider.ClientId, nonce, asked);
        return new OAuthTokens(Secret.Of(access), OAuthHttp.Text(said, "refresh_token") is { Length: > 0 } refresh ? Secret.Of(refresh) : null, asked + Seconds(said, "expires_in", Unsaid), address) { IdToken = OAuthHttp.Text(said, "id_token") };
    }

    /// <summary>A number of seconds; some servers write it as text.</summary>
    private static TimeSpan Seconds(JsonElement said, string name, TimeSpan unsaid)
    {
        if (!said.TryGetProperty(name, out var value)) return unsaid;
        var seconds = value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number
            : value.ValueKind == JsonValueKind.String && long.TryParse(value.GetString(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var written) ? written : -1;
        return seconds < 0 ? unsaid : TimeSpan.FromSeconds(Math.Min(seconds, (long)LongestLife.TotalSeconds));
    }
}
