namespace Pannier.Core.Users;

/// <summary>A one-time link as stored.</summary>
internal sealed class LinkRow
{
    /// <summary>Whose password it sets; null for one that registers a new person.</summary>
    public string? PersonId { get; init; }

    public string Role { get; init; } = "";

    public long ExpiresAt { get; init; }
}
