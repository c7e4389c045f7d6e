namespace Pannier.Core.Users;

/// <summary>What an unused link is for.</summary>
/// <param name="Person">Whose password it sets; null for one that registers a new person.</param>
public sealed record LinkPurpose(UserAccount? Person, Role Role);
