namespace Pannier.Mail.Imap;

/// <summary>Where an account's mail is and how to sign in there.</summary>
public sealed record ImapLogin(ServerAddress Server, string UserName, LoginProof Proof)
{
    /// <param name="password">Owned by whoever made the login; it must outlive the store.</param>
    public ImapLogin(ServerAddress server, string userName, Secret password)
        : this(server, userName, new LoginProof.Password(password))
    {
    }
}
