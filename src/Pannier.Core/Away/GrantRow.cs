using Pannier.Core.Http;

namespace Pannier.Core.Away;

/// <summary>A background grant's row. Times are seconds since 1970.</summary>
internal sealed class GrantRow
{
    public string Id { get; init; } = "";

    public string PersonId { get; init; } = "";

    public string Kind { get; init; } = "";

    public byte[] SecretHash { get; init; } = [];

    public long CreatedAt { get; init; }

    public long ExpiresAt { get; init; }

    public byte[] Box { get; init; } = [];

    /// <summary>Null for a kind that a later program made.</summary>
    public GrantSummary? Summary(byte[]? own) => Choice.Read<GrantKind>(Kind) is { } kind
        ? new(Id, kind, DateTimeOffset.FromUnixTimeSeconds(CreatedAt), DateTimeOffset.FromUnixTimeSeconds(ExpiresAt), own is not null && own.AsSpan().SequenceEqual(SecretHash))
        : null;
}
