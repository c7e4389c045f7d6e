namespace Pannier.Core.Audit;

/// <summary>What a person's security log tells of. The text is <c>audit.NAME</c>, as in <c>audit.signed-in</c>.</summary>
public enum SecurityEventKind
{
    Registered,
    SignedIn,
    SignedOut,

    /// <summary>A wrong password, at the door or where it is asked again.</summary>
    PasswordWrong,

    /// <summary>The password was right, the code that follows it was not.</summary>
    FactorWrong,
    RecoveryCodeUsed,

    /// <summary>The password was given again, for an act that asks for it.</summary>
    Confirmed,
    PasswordChanged,

    /// <summary>A new password was set by an administrator's link; the data stays locked until it is unlocked.</summary>
    PasswordReset,
    DataUnlocked,

    /// <summary>A new password was set by the recovery key.</summary>
    Recovered,
    RecoveryKeyMade,
    DataKeyMade,

    /// <summary>The person let the site open their data by its own key.</summary>
    DataOpened,

    /// <summary>The person took that back: a passphrase opens their data in its place.</summary>
    DataClosed,
    FactorSetUp,
    FactorRemoved,
    RecoveryCodesMade,
    PasskeyAdded,
    PasskeyRemoved,
    PasskeyRenamed,

    /// <summary>Signed in with a passkey alone.</summary>
    PasskeySignedIn,

    /// <summary>A passkey was refused: its counter went back, so that there may be a copy of it.</summary>
    PasskeyWentBack,

    /// <summary>One session was ended from another.</summary>
    SessionEnded,
    OtherSessionsEnded,

    /// <summary>The person has called this browser theirs.</summary>
    DeviceAdded,
    DeviceForgotten,

    /// <summary>Unread mail may be counted while they are away.</summary>
    CountingAllowed,
    CountingEnded,
    AccountAdded,
    AccountChanged,
    AccountRemoved,

    /// <summary>The person's own data was taken out.</summary>
    Exported,
}
