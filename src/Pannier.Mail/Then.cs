namespace Pannier.Mail;

/// <summary>What to do after a <see cref="MailFault"/>.</summary>
public enum Then
{
    /// <summary>The same again later may work.</summary>
    Retry,

    /// <summary>The connection is gone; open another.</summary>
    Reconnect,

    /// <summary>Ask the person for the account's password or consent.</summary>
    SignIn,

    /// <summary>Trying again changes nothing; tell the person.</summary>
    GiveUp,
}
