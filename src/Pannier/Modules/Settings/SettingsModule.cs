using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;
using Pannier.Core.Views;

namespace Pannier.Modules.Settings;

/// <summary>Every module's preferences on one page, and the password with its recovery key on another.</summary>
public sealed class SettingsModule : IModule
{
    public string Name => "settings";

    public void Register(ModuleBuilder module)
    {
        module.Get<Nothing, ShowSettings, SettingsPage, SettingsView>("/settings");
        module.Post<SettingsInput, SaveSettings, SettingsSaved, NoticeView<SettingsSaved>>("/settings");
        module.Get<Nothing, ShowPassword, PasswordPage, PasswordView>("/settings/password");
        module.Post<PasswordInput, ChangePassword, PasswordPage, PasswordView>("/settings/password");
        module.Services.AddScoped<PasswordForms>();
        module.Get<Nothing, ShowPassphrase, PasswordPage, PasswordView>("/settings/passphrase", SignInLevel.Recent);
        module.Post<NewPassphraseInput, CloseToSite, PasswordPage, PasswordView>("/settings/passphrase", SignInLevel.Recent);
        module.Post<RecoveryInput, LetSiteOpen, PasswordPage, PasswordView>("/settings/data-opener");
        module.Post<RecoveryInput, MakeRecoveryKey, PasswordPage, PasswordView>("/settings/recovery-key");
        module.Post<RecoveryInput, RotateKey, PasswordPage, PasswordView>("/settings/data-key");
    }
}
