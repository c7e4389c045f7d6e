using System.Collections.Concurrent;
using System.Text.Json;

namespace Pannier.Mail.OAuth;

/// <summary>Asks an issuer for its addresses (RFC 8414, else OpenID Connect Discovery) and believes them for an hour.</summary>
public sealed class OAuthMetadata(OAuthHttp http, TimeProvider time)
{
    private static readonly TimeSpan Believed = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<Uri, (OAuthServer Server, DateTimeOffset At)> _known = new();

    /// <summary>A provider's addresses: as they are given, or as its issuer tells them.</summary>
    /// <exception cref="OAuthFault">The issuer tells nothing of use, or names another issuer.</exception>
    public async Task<OAuthServer> OfAsync(OAuthProvider provider, CancellationToken cancellation)
    {
        if (provider.Server is { } given) return given;

        var issuer = provider.Issuer!; // a provider without addresses has one
        if (_known.TryGetValue(issuer, out var known) && time.GetUtcNow() - known.At < Believed) return known.Server;

        var server = await AskAsync(issuer, provider.Scopes.Contains("openid"), cancellation);
        _known[issuer] = (server, time.GetUtcNow());
        return server;
    }

    /// <summary>Whether two names of an issuer are the same, but for the slash at the end.</summary>
    internal static bool IsSame(string one, string other) => string.Equals(one.TrimEnd('/'), other.TrimEnd('/'), StringComparison.Ordinal);

    /// <param name="isOpenId">Whether the document is asked for first that names the keys of id tokens.</param>
    private async Task<OAuthServer> AskAsync(Uri issuer, bool isOpenId, CancellationToken cancellation)
    {
        var (host, path) = (issuer.GetLeftPart(UriPartial.Authority), issuer.AbsolutePath.TrimEnd('/'));
        Uri[] documents = [new Uri($"{host}/.well-known/oauth-authorization-server{path}"), new Uri($"{host}{path}/.well-known/openid-configuration")];
        if (isOpenId) documents.AsSpan().Reverse();
        var told = await http.GetAsync(documents[0], cancellation)
            ?? await http.GetAsync(documents[1], cancellation)
            ?? throw new OAuthFault(OAuthFaultKind.Unsupported);
        return OAuthHttp.Text(told, "issuer") is { } name && IsSame(name, issuer.OriginalString) && Read(told, name) is { } server ? server : throw new OAuthFault(OAuthFaultKind.Protocol);
    }

    private OAuthServer? Read(JsonElement told, string issuer) =>
        Address(told, "authorization_endpoint") is { } authorize && Address(told, "token_endpoint") is { } token
            ? new(issuer, authorize, token, Address(told, "device_authorization_endpoint"), Address(told, "revocation_endpoint"))
            {
                Keys = Address(told, "jwks_uri"),
                NamesItself = told.TryGetProperty("authorization_response_iss_parameter_supported", out var names) && names.ValueKind == JsonValueKind.True,
            }
            : null;

    private Uri? Address(JsonElement told, string name) =>
        OAuthHttp.Text(told, name) is { } text && Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { UserInfo: "", Fragment: "" } && http.Allows(address) ? address : null;
}
