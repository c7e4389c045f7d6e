namespace Pannier.Core.Users;

/// <summary>A way to a person's root key.</summary>
public enum WrapKind
{
    Password,
    Recovery,

    /// <summary>A key that a passkey gives; there may be several.</summary>
    Passkey,

    /// <summary>The site's own key, where the site opens the data of people whom somebody vouches for.</summary>
    Site,
}
