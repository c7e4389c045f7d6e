using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;
using Pannier.Core.Views;

namespace Pannier.Modules.Factors;

/// <summary>The second factor in the settings: set up, renewed and taken away, passkeys and app alike. The door asks for it.</summary>
public sealed class FactorsModule : IModule
{
    public string Name => "factors";

    public void Register(ModuleBuilder module)
    {
        module.Services.AddScoped<FactorStates>();
        module.Get<Nothing, ShowFactor, FactorPage, FactorView>("/settings/second-factor");
        module.Post<BeginInput, BeginFactor, FactorPage, FactorView>("/settings/second-factor/begin");
        module.Post<ConfirmInput, ConfirmFactor, FactorPage, FactorView>("/settings/second-factor/confirm");
        module.Post<BeginInput, MakeCodes, FactorPage, FactorView>("/settings/second-factor/codes");
        module.Post<RemoveInput, RemoveFactor, FactorPage, FactorView>("/settings/second-factor/remove");
        module.Get<Nothing, ShowNewPasskey, FactorPage, FactorView>("/settings/passkeys/add", SignInLevel.Recent);
        module.Post<AskForPasskeyInput, AskForPasskey, PasskeyQuestion, PasskeyQuestionView>("/settings/passkeys/begin", SignInLevel.Recent);
        module.Post<Nothing, AskForOpener, PasskeyQuestion, PasskeyQuestionView>("/settings/passkeys/open", SignInLevel.Recent);
        module.Post<AddPasskeyInput, AddPasskey, FactorPage, FactorView>("/settings/passkeys/add", SignInLevel.Recent);
        module.Post<RenamePasskeyInput, RenamePasskey, FactorPage, FactorView>("/settings/passkeys/rename", SignInLevel.Recent);
        module.Post<RemovePasskeyInput, RemovePasskey, FactorPage, FactorView>("/settings/passkeys/remove", SignInLevel.Recent);
    }
}
