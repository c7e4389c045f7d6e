namespace Pannier.Modules.Settings;

/// <summary>The pages about oneself.</summary>
public enum SettingsTab
{
    General,
    Accounts,
    Identities,
    Pictures,
    Password,
    Factor,
    Sessions,
}
