namespace Pannier.Core.Users;

/// <summary>What came of setting a password.</summary>
public enum PasswordChange
{
    Done,

    /// <summary>The old password is wrong; nothing was changed.</summary>
    WrongPassword,

    /// <summary>Somebody set another password meanwhile; nothing was changed: sign in with that one.</summary>
    ChangedMeanwhile,
}
