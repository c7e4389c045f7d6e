using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;
using Pannier.Core.Views;
using Pannier.Modules.SignIn.Enter;

namespace Pannier.Modules.SignIn.Factor;

/// <summary>What answers between the password and the mail, and the passkey that stands for both factors.</summary>
internal static class FactorRoutes
{
    public static void Register(ModuleBuilder module)
    {
        module.Services.AddScoped<AskForms>();
        module.Services.AddScoped<FirstFactor>();
        module.Post<Nothing, AskAnyPasskey, PasskeyQuestion, PasskeyQuestionView>("/sign-in/passkey/begin", SignInLevel.Anonymous);
        module.Post<OpenByPasskeyInput, OpenByPasskey, SignInPage, SignInView>("/sign-in/passkey", SignInLevel.Anonymous);
        module.Get<AskInput, ShowAsk, AskPage, AskView>("/second-factor", SignInLevel.PasswordGiven);
        module.Post<CodeInput, GiveFactor, AskPage, AskView>("/second-factor", SignInLevel.PasswordGiven);
        module.Post<Nothing, AskPasskey, PasskeyQuestion, PasskeyQuestionView>("/second-factor/passkey/begin", SignInLevel.PasswordGiven);
        module.Post<PasskeyInput, GivePasskey, AskPage, AskView>("/second-factor/passkey", SignInLevel.PasswordGiven);
        module.Get<AskInput, ShowFirst, FirstPage, FirstView>("/second-factor/set-up", SignInLevel.PasswordGiven);
        module.Post<AskInput, BeginFirstApp, FirstPage, FirstView>("/second-factor/set-up/app", SignInLevel.PasswordGiven);
        module.Post<CodeInput, ConfirmFirstApp, FirstPage, FirstView>("/second-factor/set-up/app/confirm", SignInLevel.PasswordGiven);
        module.Post<Nothing, AskFirstPasskey, PasskeyQuestion, PasskeyQuestionView>("/second-factor/set-up/passkey/begin", SignInLevel.PasswordGiven);
        module.Post<FirstPasskeyInput, AddFirstPasskey, FirstPage, FirstView>("/second-factor/set-up/passkey", SignInLevel.PasswordGiven);
    }
}
