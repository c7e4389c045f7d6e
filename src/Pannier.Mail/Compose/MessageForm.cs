namespace Pannier.Mail.Compose;

/// <summary>What the bytes of a message are for.</summary>
public enum MessageForm
{
    /// <summary>For the submission server: Bcc is not in it.</summary>
    ForSubmission,

    /// <summary>For the Sent mailbox: the same bytes, with Bcc.</summary>
    ForSent,

    /// <summary>For the Drafts mailbox: with Bcc, and the text exactly as it was typed, so that it can be opened again.</summary>
    ForDrafts,
}
