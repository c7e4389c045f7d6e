namespace Pannier.Core.Users;

/// <summary>A link that nobody has used yet.</summary>
/// <param name="Person">Whose password it sets; null for one that registers a new person.</param>
public sealed record OpenLink(LinkId Id, UserAccount? Person, Role Role, DateTimeOffset ExpiresAt);
