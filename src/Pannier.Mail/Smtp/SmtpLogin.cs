namespace Pannier.Mail.Smtp;

/// <summary>Where an account's mail is handed in and how to sign in there.</summary>
/// <param name="UserName">Empty for a server that asks nobody who they are.</param>
public sealed record SmtpLogin(ServerAddress Server, string UserName, LoginProof Proof)
{
    /// <param name="password">Owned by whoever made the login; it must outlive the submission.</param>
    public SmtpLogin(ServerAddress server, string userName, Secret password)
        : this(server, userName, new LoginProof.Password(password))
    {
    }
}
