namespace Pannier.Core.Users;

/// <summary>A person as lists and sessions know them.</summary>
public sealed record UserAccount(UserId Id, SignInName Name, Role Role, DateTimeOffset CreatedAt)
{
    /// <summary>Who checks their password.</summary>
    public SignInBackend Backend { get; init; } = SignInBackend.Local;
}
