using Pannier.Core.Users;

namespace Pannier.Core.Sessions.Stores;

/// <summary>A session's row. Times are seconds since 1970.</summary>
internal sealed class SessionRow
{
    public byte[] Hash { get; init; } = [];

    public string PersonId { get; init; } = "";

    public long CreatedAt { get; init; }

    public long UsedAt { get; init; }

    public byte[] Box { get; init; } = [];

    public byte[]? About { get; init; }

    public byte[]? Provider { get; init; }

    public StoredSession? Stored => UserId.Read(PersonId) is { } user ? new(user, DateTimeOffset.FromUnixTimeSeconds(UsedAt), Box, About, Provider) : null;

    public ListedSession Listed => new(Hash, DateTimeOffset.FromUnixTimeSeconds(CreatedAt), DateTimeOffset.FromUnixTimeSeconds(UsedAt), About);
}
