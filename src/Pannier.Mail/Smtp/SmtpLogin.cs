namespace Pannier.Mail.Smtp;

/// <summary>Where an account's mail is handed in and how to sign in there.</summary>
/// <param name="UserName">Empty for a server that asks nobody who they are.</param>
/// <param name="Password">Owned by whoever made the login; it must outlive the submission.</param>
public sealed record SmtpLogin(ServerAddress Server, string UserName, Secret Password);
