namespace Pannier.Modules.SignIn.Confirm;

/// <summary>How somebody proves once more that it is them.</summary>
public enum ConfirmBy
{
    Password,

    /// <summary>Of their data; no password signs in.</summary>
    Passphrase,

    /// <summary>The identity provider, asked anew.</summary>
    Provider,

    /// <summary>The trusted proxy, whose word comes with the request: the site opens their data, so there is no secret to ask for.</summary>
    Proxy,

    /// <summary>The portal, from which they come once more: likewise.</summary>
    Portal,
}
