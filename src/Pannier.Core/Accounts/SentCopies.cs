namespace Pannier.Core.Accounts;

/// <summary>Who files a copy of what is sent.</summary>
public enum SentCopies
{
    /// <summary>Pannier looks in the Sent mailbox first and files a copy only when the server has filed none.</summary>
    Pannier,

    /// <summary>The server does, always (Gmail, Outlook).</summary>
    Server,

    /// <summary>Nobody.</summary>
    None,
}
