namespace Pannier.Mail.OAuth;

/// <summary>Where an authorization server is asked for what (RFC 8414).</summary>
/// <param name="Issuer">The name it gives itself; null when it gives none that could be relied on.</param>
/// <param name="Device">Null when it gives no device codes (RFC 8628).</param>
/// <param name="Revoke">Null when tokens cannot be given back (RFC 7009).</param>
public sealed record OAuthServer(string? Issuer, Uri Authorize, Uri Token, Uri? Device, Uri? Revoke)
{
    /// <summary>Where the keys are that it signs with (jwks_uri); null when it does not say.</summary>
    public Uri? Keys { get; init; }

    /// <summary>Whether every answer to the browser names its issuer, so that one without is another's (RFC 9207).</summary>
    public bool NamesItself { get; init; }
}
