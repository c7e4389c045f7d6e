namespace Pannier.Modules.Compose.Outbox;

/// <summary>What remains to be done once a message is sent; each is done once.</summary>
public enum FilingStep
{
    /// <summary>The copy in the Sent mailbox.</summary>
    Copy,

    /// <summary>The mark on the message answered or passed on.</summary>
    Mark,

    /// <summary>The removal of our copies in the Drafts mailbox.</summary>
    Drafts,
}
