using Pannier.Core.Users;

namespace Pannier.Core.Factors;

/// <summary>What came of signing in with a passkey alone.</summary>
public abstract record PasskeyEntry
{
    private PasskeyEntry()
    {
    }

    /// <summary>The keyring is the caller's to keep and to wipe.</summary>
    public sealed record Opened(UserAccount User, Keyring Keyring) : PasskeyEntry;

    /// <summary>All fits, but the authenticator's counter went back.</summary>
    public sealed record WentBack(UserId User) : PasskeyEntry;

    /// <summary>Unknown, wrong, too late, or a second factor only: which of them is not told.</summary>
    public sealed record Refused : PasskeyEntry;
}
