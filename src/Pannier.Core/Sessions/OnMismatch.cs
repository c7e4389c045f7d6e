namespace Pannier.Core.Sessions;

/// <summary>What happens to a request that carries a session's cookie and does not look like the session's browser.</summary>
public enum OnMismatch
{
    /// <summary>It has to sign in; the session stays for the browser it belongs to.</summary>
    SignInAgain,

    /// <summary>The session ends, for everybody who has the cookie.</summary>
    End,

    /// <summary>Nothing but scheme and host is compared.</summary>
    Ignore,
}
