namespace Pannier.Modules.Accounts;

/// <summary>When a form's password is needed.</summary>
public enum PasswordNeed
{
    Always,

    /// <summary>Only when the login changes.</summary>
    OnChange,
}
