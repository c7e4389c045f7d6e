namespace Pannier.Mail;

/// <summary>What a store can promise; callers offer only what the store keeps.</summary>
[Flags]
public enum StoreFeatures
{
    None = 0,

    /// <summary>COPY, MOVE and APPEND report the new UIDs, and EXPUNGE can name its messages (UIDPLUS, RFC 4315).</summary>
    UidPlus = 1,

    /// <summary>MOVE (RFC 6851).</summary>
    Move = 2,

    /// <summary>CONDSTORE (RFC 7162).</summary>
    CondStore = 4,

    /// <summary>QRESYNC (RFC 7162).</summary>
    QResync = 8,

    /// <summary>IDLE (RFC 2177).</summary>
    Idle = 16,

    /// <summary>NOTIFY (RFC 5465).</summary>
    Notify = 32,

    /// <summary>PREVIEW (RFC 8970).</summary>
    Preview = 64,

    /// <summary>Keywords beyond the system flags can be stored (PERMANENTFLAGS has <c>\*</c>).</summary>
    Keywords = 128,

    /// <summary>Gmail's own search by whole words (X-GM-EXT-1), which words in messages are then found by.</summary>
    GmailSearch = 256,

    /// <summary>OBJECTID (RFC 8474): THREADID names conversations.</summary>
    ObjectId = 512,
}
