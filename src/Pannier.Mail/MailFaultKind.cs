namespace Pannier.Mail;

/// <summary>What went wrong with a mail server.</summary>
public enum MailFaultKind
{
    /// <summary>Closed, filtered, no such host, forbidden or not a mail server: one kind, so that nothing is learnt of the network.</summary>
    Unreachable,

    /// <summary>The site's rules forbid this host or port. Shown to the person as <see cref="Unreachable"/>.</summary>
    Forbidden,

    /// <summary>The certificate is expired, self-signed, of another name or of an unknown authority.</summary>
    Certificate,

    /// <summary>STARTTLS is required and the server does not offer it.</summary>
    TlsUnavailable,

    /// <summary>User name or password refused.</summary>
    SignInRefused,

    /// <summary>The server takes no password, only OAuth2.</summary>
    OAuthRequired,

    /// <summary>The person's consent at their provider is over or was taken back (OAuth2): they have to sign in there again.</summary>
    ConsentLapsed,

    /// <summary>The provider does not take this site's registration, or the site is registered with it no more.</summary>
    ClientRefused,

    /// <summary>The provider's sign-in service, not its mail server, does not answer as it should.</summary>
    SignInUnavailable,

    /// <summary>The server's ceiling of connections is reached.</summary>
    TooManyConnections,

    /// <summary>No answer in time; the connection is dropped.</summary>
    TimedOut,

    /// <summary>The connection broke in the middle.</summary>
    Dropped,

    /// <summary>The answer was not of the protocol; the connection is dropped.</summary>
    Protocol,

    /// <summary>The server said NO; the connection is good.</summary>
    Refused,

    /// <summary>The mailbox or message is not there any more.</summary>
    NotFound,

    /// <summary>The mailbox was made anew: every uid known of it names nothing.</summary>
    UidValidityChanged,

    /// <summary>The account has no room left (RFC 9208).</summary>
    OverQuota,

    /// <summary>The message is larger than the server takes.</summary>
    TooLarge,

    /// <summary>The server lacks what the act needs.</summary>
    Unsupported,
}
