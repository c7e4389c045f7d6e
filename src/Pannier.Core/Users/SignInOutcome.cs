namespace Pannier.Core.Users;

/// <summary>What came of a sign-in.</summary>
public abstract record SignInOutcome
{
    private SignInOutcome()
    {
    }

    /// <summary>The keyring is the caller's to keep and to wipe.</summary>
    public sealed record Opened(UserAccount User, Keyring Keyring) : SignInOutcome;

    /// <summary>The password is right, but it was set by a reset link: the data needs the old password or the recovery key.</summary>
    public sealed record Locked(UserAccount User) : SignInOutcome;

    /// <summary>Name or password is wrong; which one is not told, nor by the time it took.</summary>
    public sealed record Refused : SignInOutcome;
}
