using Pannier.Mail;
using Pannier.Mail.OAuth;

namespace Pannier.Core.Outside.OpenId;

/// <summary>The identity provider of the site, as the OAuth2 client knows providers.</summary>
internal sealed class OpenIdProvider(OpenIdOptions options)
{
    public OAuthProvider Value { get; } = new(
        "open-id",
        "",
        options.ClientId ?? "",
        options.ClientSecret is { } secret ? Secret.Of(secret) : null,
        options.Issuer is { } issuer ? new Uri(issuer) : null,
        null,
        ["openid", .. options.Scopes is [] ? ["profile", "email"] : options.Scopes.Where(scope => scope != "openid")],
        [],
        new Dictionary<string, string>());

    /// <summary>The same, for somebody who has to sign in there just now, however long they have been there.</summary>
    public OAuthProvider Now => Value with { Also = new Dictionary<string, string> { ["max_age"] = "0" } };
}
