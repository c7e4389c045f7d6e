namespace Pannier.Mail.Discovery;

/// <summary>What a person should know before a password goes to what was found.</summary>
public enum FoundNote
{
    /// <summary>The IMAP server is no host of the address's own domain.</summary>
    ImapOutsideDomain,

    /// <summary>The SMTP server is no host of the address's own domain.</summary>
    SmtpOutsideDomain,

    /// <summary>The provider takes no usual password here, but one made for a single application in its account settings.</summary>
    AppPassword,

    /// <summary>The provider takes no password at all, only OAuth2.</summary>
    OAuthOnly,

    /// <summary>No server was found for receiving.</summary>
    NoImap,

    /// <summary>No server was found for sending.</summary>
    NoSmtp,
}
