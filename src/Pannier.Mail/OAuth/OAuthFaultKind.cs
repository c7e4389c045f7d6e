namespace Pannier.Mail.OAuth;

/// <summary>What went wrong with an authorization server.</summary>
public enum OAuthFaultKind
{
    /// <summary>It could not be reached, or has trouble of its own: a later try may do.</summary>
    Unavailable,

    /// <summary>Its answer was none of OAuth2.</summary>
    Protocol,

    /// <summary>The consent, or the code for it, is over (invalid_grant): the person has to sign in again.</summary>
    Lapsed,

    /// <summary>The person, or their organisation, said no.</summary>
    Denied,

    /// <summary>It does not take this site's registration: client id, secret, redirect address or scope.</summary>
    ClientRefused,

    /// <summary>The person has not answered yet (RFC 8628).</summary>
    Pending,

    /// <summary>The same, and it was asked too often.</summary>
    SlowDown,

    /// <summary>It does not offer that.</summary>
    Unsupported,
}
