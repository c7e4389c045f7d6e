namespace Pannier.Mail.Imap;

/// <summary>Where an account's mail is and how to sign in there.</summary>
/// <param name="Password">Owned by whoever made the login; it must outlive the store.</param>
public sealed record ImapLogin(ServerAddress Server, string UserName, Secret Password);
