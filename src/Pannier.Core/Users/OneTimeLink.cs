namespace Pannier.Core.Users;

/// <summary>A link that works once: to register, or to set a new password. Only its token's hash is stored.</summary>
public sealed record OneTimeLink(string Token, DateTimeOffset ExpiresAt);
