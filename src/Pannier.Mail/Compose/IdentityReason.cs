namespace Pannier.Mail.Compose;

/// <summary>Why an answer is written as one identity and no other.</summary>
public enum IdentityReason
{
    /// <summary>The message answered was written as it.</summary>
    WroteIt,

    /// <summary>The message was addressed to it (To, Cc).</summary>
    AddressedTo,

    /// <summary>The message was delivered to it, though not addressed to it (Bcc, an alias, a list).</summary>
    DeliveredTo,

    /// <summary>The message was addressed or delivered to it with a tag behind a plus sign.</summary>
    Tagged,

    /// <summary>It came through a mailing list and names none of the account's identities: the account's default.</summary>
    MailingList,

    /// <summary>Nothing in the message names one: the default of the account it was received by.</summary>
    AccountDefault,
}
