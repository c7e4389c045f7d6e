namespace Pannier.Mail.Mirror;

/// <summary>How far a mailbox's image is true: everything the server told up to here is in it (RFC 7162 §3.2.5).</summary>
/// <remarks>
/// Taken only from a SELECT's or STATUS's tagged OK after all its news was applied; a MODSEQ seen in a FETCH is no sync point.
/// </remarks>
/// <param name="UidNext">0 where the server does not tell it.</param>
/// <param name="Exists">Messages on the server.</param>
/// <param name="HighestModSeq">Null where the server keeps none.</param>
/// <param name="HeldFrom">Every message from this uid up is held; null while none is, uid 1 when all are.</param>
public sealed record SyncPoint(uint UidValidity, uint UidNext, int Exists, ulong? HighestModSeq, Uid? HeldFrom)
{
    /// <summary>A mailbox of which nothing is known.</summary>
    public static SyncPoint None { get; } = new(0, 0, 0, null, null);

    /// <summary>When the flags of all rows held were last compared, to the second; null when nobody knows.</summary>
    public DateTimeOffset? ComparedAt { get; init; }

    /// <summary>Whether headers of every message are held.</summary>
    public bool Complete => HeldFrom is { Value: 1 };
}
