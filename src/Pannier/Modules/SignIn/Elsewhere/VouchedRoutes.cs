using Pannier.Core.Modules;
using Pannier.Core.Sessions;
using Pannier.Modules.SignIn.Enter;
using Pannier.Modules.SignIn.Unlock;

namespace Pannier.Modules.SignIn.Elsewhere;

/// <summary>What answers people for whom somebody else vouches without a secret of theirs.</summary>
internal static class VouchedRoutes
{
    public static void Register(ModuleBuilder module)
    {
        module.Services.AddScoped<VouchedEntry>();
        module.Services.AddScoped<UnlockForms>();
        module.Post<NamedInput, EnterByProxy, SignInPage, SignInView>("/sign-in/proxy", SignInLevel.Anonymous);
        module.Get<PortalInput, ShowPortal, SignInPage, SignInView>("/sign-in/portal", SignInLevel.Anonymous);
        module.Post<SentInput, EnterByPortal, SignInPage, SignInView>("/sign-in/portal", SignInLevel.Anonymous);
        module.Post<ProviderInput, BeginOpenId, SignInPage, SignInView>("/sign-in/provider", SignInLevel.Anonymous);
        module.Get<ReturnInput, TakeReturn, SignInPage, SignInView>(Core.Outside.OpenId.OpenIdDoor.ReturnPath, SignInLevel.Anonymous);
        module.Machine<LogoutInput, EndByProvider>("/sign-in/provider/sign-out");
        module.Post<NewcomerInput, BeginNewcomer, SignInPage, SignInView>("/sign-in/begin", SignInLevel.Anonymous);
        module.Post<PassphraseInput, OpenByPassphrase, UnlockPage, UnlockView>("/unlock/passphrase", SignInLevel.PasswordGiven);
        module.Post<NewPassphraseInput, SetPassphrase, UnlockPage, UnlockView>("/unlock/recovery-key", SignInLevel.PasswordGiven);
    }
}
