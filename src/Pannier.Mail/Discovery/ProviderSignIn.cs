namespace Pannier.Mail.Discovery;

/// <summary>What a provider takes from programs.</summary>
public enum ProviderSignIn
{
    Password,

    /// <summary>A password made for one application; the usual one is refused.</summary>
    AppPassword,

    OAuthOnly,
}
