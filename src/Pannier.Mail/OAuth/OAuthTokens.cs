namespace Pannier.Mail.OAuth;

/// <summary>What a token endpoint gave. Owned by whoever asked.</summary>
/// <param name="Refresh">Null when it gave none: the one before stays, where there was one.</param>
/// <param name="Address">The mail address it says was signed in with; null when it does not say.</param>
public sealed record OAuthTokens(Secret Access, Secret? Refresh, DateTimeOffset ExpiresAt, string? Address) : IDisposable
{
    /// <summary>Who signed in, as it says in its own form, not checked; null when it does not say.</summary>
    public string? IdToken { get; init; }

    public void Dispose()
    {
        Access.Dispose();
        Refresh?.Dispose();
    }
}
