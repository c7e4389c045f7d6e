using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Views;
using Pannier.Modules.SignIn.Elsewhere;

namespace Pannier.Modules.SignIn.Confirm;

/// <summary>What answers somebody who is to prove once more that it is them (step-up).</summary>
internal static class ConfirmRoutes
{
    public static void Register(ModuleBuilder module)
    {
        module.Services.AddScoped<ConfirmForms>();
        module.Services.AddScoped<StepUp>();
        module.Get<AskInput, ShowConfirm, ConfirmPage, ConfirmView>("/confirm");
        module.Post<ConfirmInput, ConfirmPerson, ConfirmPage, ConfirmView>("/confirm");
        module.Post<Nothing, AskAgainForPasskey, PasskeyQuestion, PasskeyQuestionView>("/confirm/passkey/begin");
        module.Post<ConfirmPasskeyInput, ConfirmByPasskey, ConfirmPage, ConfirmView>("/confirm/passkey");
        module.Get<AskInput, ShowConfirm, ConfirmPage, ConfirmView>("/confirm/provider"); // a page that hears of its session's end asks for its own address
        module.Post<ProviderAgainInput, ConfirmByOpenId, ConfirmPage, ConfirmView>("/confirm/provider");
    }
}
