using Pannier.Core.Crypto;
using Pannier.Core.Outside;

namespace Pannier.Core.Users;

/// <summary>What came of opening data that a reset locked.</summary>
public abstract record UnlockOutcome
{
    private UnlockOutcome()
    {
    }

    /// <summary>Open, and wrapped under the present password.</summary>
    /// <param name="Keyring">The caller's to keep and to wipe.</param>
    /// <param name="Recovery">The new recovery key when the old one opened the data, to be shown once; else null.</param>
    public sealed record Opened(Keyring Keyring, RecoveryKey? Recovery) : UnlockOutcome
    {
        /// <summary>What a back end told of them; null when this site checked the password.</summary>
        public OutsidePerson? Outside { get; init; }
    }

    /// <summary>The present password is wrong; nothing was tried.</summary>
    public sealed record WrongPassword : UnlockOutcome;

    /// <summary>Neither the password before nor the recovery key; nothing was changed.</summary>
    public sealed record StillLocked : UnlockOutcome;

    /// <summary>The back end could not be asked; nothing was tried.</summary>
    public sealed record Unavailable : UnlockOutcome;
}
