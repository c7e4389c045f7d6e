namespace Pannier.Mail.Lists;

/// <summary>What a list is sorted by.</summary>
public enum SortBy
{
    /// <summary>INTERNALDATE.</summary>
    Date,

    /// <summary>The first sender's name, else address, folded.</summary>
    Sender,

    /// <summary>The first recipient's.</summary>
    Recipient,

    /// <summary>The subject without reply and forward prefixes, folded.</summary>
    Subject,

    /// <summary>RFC822.SIZE.</summary>
    Size,
}
