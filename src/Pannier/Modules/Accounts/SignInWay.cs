namespace Pannier.Modules.Accounts;

/// <summary>How a provider lets programs sign in.</summary>
public enum SignInWay
{
    Password,

    /// <summary>With a password made for one application; the usual one is refused.</summary>
    AppPassword,

    /// <summary>On the provider's own page only (OAuth2); some offer an app password instead.</summary>
    OAuthOnly,
}
