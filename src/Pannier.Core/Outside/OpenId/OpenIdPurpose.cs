namespace Pannier.Core.Outside.OpenId;

/// <summary>What somebody is sent to the identity provider for.</summary>
public enum OpenIdPurpose
{
    SignIn,

    /// <summary>They are signed in, and prove once more that it is them (step-up).</summary>
    Again,
}
