namespace Pannier.Mail.OAuth;

/// <summary>An authorization server said no, or nothing of use.</summary>
/// <param name="code">Its word for it, as in <c>invalid_client</c>; null when it gave none.</param>
/// <param name="words">Its own sentence, untrusted; null when it gave none.</param>
public sealed class OAuthFault(OAuthFaultKind kind, string? code = null, string? words = null, Exception? inner = null) : Exception(kind.ToString(), inner)
{
    public OAuthFaultKind Kind => kind;

    public string? Code => code;

    public string? Words => words;

    /// <summary>The same as an account tells it.</summary>
    public MailFault ToMailFault() => new(
        kind switch
        {
            OAuthFaultKind.Lapsed or OAuthFaultKind.Denied => MailFaultKind.ConsentLapsed,
            OAuthFaultKind.ClientRefused or OAuthFaultKind.Unsupported => MailFaultKind.ClientRefused,
            _ => MailFaultKind.SignInUnavailable,
        },
        words ?? code,
        this);

    /// <summary>What an error code means (RFC 6749 §5.2, RFC 8628 §3.5).</summary>
    internal static OAuthFaultKind KindOf(string code) => code switch
    {
        "invalid_grant" or "interaction_required" or "login_required" or "consent_required" or "expired_token" => OAuthFaultKind.Lapsed,
        "access_denied" or "authorization_declined" => OAuthFaultKind.Denied,
        "authorization_pending" => OAuthFaultKind.Pending,
        "slow_down" => OAuthFaultKind.SlowDown,
        "temporarily_unavailable" or "server_error" => OAuthFaultKind.Unavailable,
        _ => OAuthFaultKind.ClientRefused,
    };
}
