namespace Pannier.Core.Users;

/// <summary>A one-time link as stored.</summary>
internal sealed class LinkRow
{
    public const string Columns = "person_id AS PersonId, role AS Role, is_first AS IsFirst, expires_at AS ExpiresAt";

    /// <summary>Read where it is asked for.</summary>
    public byte[] TokenHash { get; init; } = [];

    /// <summary>Whose password it sets; null for one that registers a new person.</summary>
    public string? PersonId { get; init; }

    public string Role { get; init; } = "";

    /// <summary>1 for a link that makes the first person the administrator, and nobody after.</summary>
    public long IsFirst { get; init; }

    public long ExpiresAt { get; init; }
}
