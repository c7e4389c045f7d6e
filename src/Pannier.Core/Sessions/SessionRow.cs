namespace Pannier.Core.Sessions;

/// <summary>A session as stored.</summary>
internal sealed class SessionRow
{
    public string PersonId { get; init; } = "";

    public long UsedAt { get; init; }

    public byte[]? Provider { get; init; }

    public byte[] Box { get; init; } = [];
}
