using Pannier.Core;
using Pannier.Modules.SignIn;

namespace Pannier.Modules.Settings;

/// <summary>Where the password is changed and a new recovery key made.</summary>
public abstract record PasswordPage
{
    private PasswordPage()
    {
    }

    /// <param name="CurrentWrong">About the present password, in the form that changes it; null when nothing is wrong.</param>
    /// <param name="PasswordWrong">About the new password.</param>
    /// <param name="KeyWrong">About the present password, in the form that makes a recovery key.</param>
    public sealed record Form(string Name, Said? CurrentWrong = null, Said? PasswordWrong = null, Said? KeyWrong = null) : PasswordPage, ITitled, IUnfinished
    {
        public bool HasToWait { get; init; }

        /// <summary>Whether the password is kept, and changed, elsewhere.</summary>
        public bool IsOutside { get; init; }

        /// <summary>Whether somebody else vouches for them, and the password is the passphrase of their data alone.</summary>
        public bool IsPassphrase { get; init; }

        /// <summary>Whether the site opens their data by its own key once they are vouched for, so that no passphrase is asked for.</summary>
        public bool IsOpenedBySite { get; init; }

        /// <summary>Whether they could have it so.</summary>
        public bool MayLetOpen { get; init; }

        /// <summary>Whether a passkey that works here opens the data, and may stand for the password.</summary>
        public bool HasOpeningPasskey { get; init; }

        /// <summary>Who vouches for them; empty for nobody.</summary>
        public string Host { get; init; } = "";

        /// <summary>About the passphrase, in the form that lets the site open the data.</summary>
        public Said? OpenWrong { get; init; }

        /// <summary>About the present password, in the form that makes a data key.</summary>
        public Said? RotateWrong { get; init; }

        public Said Title => Said.Of("settings.password");

        public int Status => HasToWait ? 429 : CurrentWrong is null && PasswordWrong is null && KeyWrong is null && RotateWrong is null && OpenWrong is null ? 200 : 422;
    }

    /// <summary>A passphrase is chosen in place of the site's key.</summary>
    public sealed record Choose(string Name, Said? Wrong) : PasswordPage, ITitled, IUnfinished
    {
        public Said Title => Said.Of("settings.passphrase.title");

        public int Status => Wrong is null ? 200 : 422;
    }

    public sealed record Done(LocalUrl Next, Said? Notice) : PasswordPage, INext;

    /// <summary>The new recovery key, shown this once.</summary>
    public sealed record Key(RecoveryKeyPage Shown) : PasswordPage, ITitled
    {
        public Said Title => Shown.Title;
    }
}
