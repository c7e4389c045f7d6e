namespace Pannier.Core.Users;

/// <summary>Who says who a person is.</summary>
public enum SignInBackend
{
    /// <summary>This site, against what its own database keeps.</summary>
    Local,

    /// <summary>A mail server the site names: whoever can sign in there is who they say.</summary>
    Imap,

    /// <summary>A directory the site names (LDAP): whoever can bind there is who they say.</summary>
    Ldap,

    /// <summary>A reverse proxy that has signed people in before their requests come here, and names them in a header. It shows no secret of theirs.</summary>
    Proxy,

    /// <summary>A portal that sends people here with a signed token, good once. It shows no secret of theirs.</summary>
    Portal,

    /// <summary>An identity provider (OpenID Connect), by way of the browser. It shows no secret of theirs.</summary>
    OpenId,
}
