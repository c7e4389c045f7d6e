namespace Pannier.Core.Users;

/// <summary>Who checks a person's name and password.</summary>
public enum SignInBackend
{
    /// <summary>This site, against what its own database keeps.</summary>
    Local,

    /// <summary>A mail server the site names: whoever can sign in there is who they say.</summary>
    Imap,

    /// <summary>A directory the site names (LDAP): whoever can bind there is who they say.</summary>
    Ldap,
}
