namespace Pannier.Mail.Search;

/// <summary>Where a word is looked for.</summary>
public enum SearchField
{
    /// <summary>Subject, people and preview here; headers and whole text on the servers.</summary>
    Anywhere,
    From,

    /// <summary>To, Cc and Bcc.</summary>
    To,
    Subject,
}
