namespace Pannier.Core.Sessions;

/// <summary>A session as the store lists it. Times are seconds since 1970.</summary>
internal sealed class ListedSession
{
    public byte[] Hash { get; init; } = [];

    public long CreatedAt { get; init; }

    public long UsedAt { get; init; }

    /// <summary>Sealed with the person's data key; null when it was locked.</summary>
    public byte[]? About { get; init; }
}
