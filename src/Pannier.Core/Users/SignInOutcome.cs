using Pannier.Core.Outside;

namespace Pannier.Core.Users;

/// <summary>What came of a sign-in.</summary>
public abstract record SignInOutcome
{
    private SignInOutcome()
    {
    }

    /// <summary>The keyring is the caller's to keep and to wipe.</summary>
    public sealed record Opened(UserAccount User, Keyring Keyring) : SignInOutcome
    {
        /// <summary>What a back end told of them; null when this site checked the password.</summary>
        public OutsidePerson? Outside { get; init; }
    }

    /// <summary>Somebody new, for whom a back end vouched; their recovery key is to be shown once.</summary>
    public sealed record Begun(Registered Person, OutsidePerson Outside) : SignInOutcome;

    /// <summary>The password is right, but it was set by a reset link or changed where it is kept: the data needs the old password or the recovery key.</summary>
    public sealed record Locked(UserAccount User) : SignInOutcome;

    /// <summary>Name or password is wrong; which one is not told, nor by the time it took.</summary>
    public sealed record Refused : SignInOutcome;

    /// <summary>A back end vouches for them, and this site does not let them in: not invited, or the name is somebody's who signs in another way.</summary>
    public sealed record NotAdmitted : SignInOutcome;

    /// <summary>The back end could not be asked.</summary>
    public sealed record Unavailable : SignInOutcome;
}
