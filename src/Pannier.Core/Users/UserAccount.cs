namespace Pannier.Core.Users;

/// <summary>A person as lists and sessions know them.</summary>
public sealed record UserAccount(UserId Id, SignInName Name, Role Role, DateTimeOffset CreatedAt)
{
    /// <summary>Who says that it is them.</summary>
    public SignInBackend Backend { get; init; } = SignInBackend.Local;

    /// <summary>Whether they are vouched for without a secret of theirs, so that their data has a passphrase of its own.</summary>
    public bool HasPassphrase => Backend is SignInBackend.Proxy or SignInBackend.Portal or SignInBackend.OpenId;

    /// <summary>Whether their password is kept, and changed, somewhere else.</summary>
    public bool HasPasswordElsewhere => Backend is SignInBackend.Imap or SignInBackend.Ldap;
}
