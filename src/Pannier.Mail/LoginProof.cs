namespace Pannier.Mail;

/// <summary>What a login is proved by.</summary>
public abstract record LoginProof
{
    private LoginProof()
    {
    }

    /// <param name="Value">Owned by whoever made the login; it must outlive its use.</param>
    public sealed record Password(Secret Value) : LoginProof;

    /// <summary>Tokens of the provider (OAuth2), by XOAUTH2 or OAUTHBEARER (RFC 7628).</summary>
    public sealed record Token(IAccessTokens Tokens) : LoginProof;
}
