namespace Pannier.Mail.OAuth;

/// <summary>What is kept of a person's consent: the right to further tokens, and the last one.</summary>
public sealed record OAuthGrant(Secret Refresh, Secret Access, DateTimeOffset ExpiresAt);
