namespace Pannier.Mail.Mirror.Sync;

/// <summary>What a sync does with a mailbox; when nobody asks, in this order.</summary>
internal enum SyncWork
{
    /// <summary>What came, went and changed.</summary>
    Look,

    /// <summary>The next older headers.</summary>
    Fill,

    /// <summary>All flags, whatever the server says of them.</summary>
    Audit,

    /// <summary>Previews of the newest.</summary>
    Preview,

    /// <summary>Attachment marks.</summary>
    Structure,
}
