namespace Pannier.Mail.Senders;

/// <summary>What came of checking a DKIM signature.</summary>
public enum SignatureState
{
    /// <summary>The domain signed this text and these headers, and nothing was changed since.</summary>
    Valid,

    /// <summary>The text or a signed header is not what was signed.</summary>
    Broken,

    /// <summary>The signature covers the beginning of the text only: anything may have been added.</summary>
    Partial,

    /// <summary>The domain's key could not be had: withdrawn, never there, or no answer came.</summary>
    NoKey,

    /// <summary>It cannot be read, or is of a kind that is no longer safe.</summary>
    Unreadable,
}
