namespace Pannier.Mail.Lists;

/// <summary>Whose rules decide what a server finds.</summary>
public enum SearchRules
{
    /// <summary>Substrings of headers and text (RFC 9051 §6.4.4).</summary>
    Imap,

    /// <summary>Gmail's own search: whole words.</summary>
    Gmail,
}
