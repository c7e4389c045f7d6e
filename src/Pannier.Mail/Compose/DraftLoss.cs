namespace Pannier.Mail.Compose;

/// <summary>What a draft of another program had that ours cannot hold; drafts of our own lose nothing.</summary>
public enum DraftLoss
{
    /// <summary>It had formatted text; its plain text was taken.</summary>
    Formatting,

    /// <summary>It had recipients that are no addresses yet.</summary>
    Recipients,

    /// <summary>It names no sender that mail can come from.</summary>
    Sender,
}
