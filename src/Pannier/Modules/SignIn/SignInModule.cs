using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;
using Pannier.Core.Views;
using Pannier.Modules.SignIn.ByLink;
using Pannier.Modules.SignIn.Confirm;
using Pannier.Modules.SignIn.Elsewhere;
using Pannier.Modules.SignIn.Enter;
using Pannier.Modules.SignIn.Factor;
using Pannier.Modules.SignIn.Human;
using Pannier.Modules.SignIn.Late;
using Pannier.Modules.SignIn.Unlock;
using Pannier.Modules.SignIn.Waiting;

namespace Pannier.Modules.SignIn;

/// <summary>The door: signing in and out, the second factor, registering by a link, recovering, and unlocking after a reset.</summary>
public sealed class SignInModule : IModule
{
    public string Name => "sign-in";

    public void Register(ModuleBuilder module)
    {
        module.Get<SignInPageInput, ShowSignIn, SignInPage, SignInView>("/sign-in", SignInLevel.Anonymous);
        module.Post<SignInInput, SignInPerson, SignInPage, SignInView>("/sign-in", SignInLevel.Anonymous);
        module.Services.AddScoped<SignInForms>();
        VouchedRoutes.Register(module);
        module.Post<Nothing, SignOut, SignedOut, NoticeView<SignedOut>>("/sign-out", SignInLevel.Anonymous);
        module.Get<LinkInput, ShowRegister, RegisterPage, RegisterView>("/register/{token}", SignInLevel.Anonymous);
        module.Post<RegisterInput, RegisterPerson, RegisterPage, RegisterView>("/register/{token}", SignInLevel.Anonymous);
        module.Get<Nothing, ShowRecover, RecoverPage, RecoverView>("/recover", SignInLevel.Anonymous);
        module.Post<RecoverInput, RecoverPerson, RecoverPage, RecoverView>("/recover", SignInLevel.Anonymous);
        module.Get<LinkInput, ShowReset, ResetPage, ResetView>("/reset/{token}", SignInLevel.Anonymous);
        module.Post<ResetInput, ResetPassword, ResetPage, ResetView>("/reset/{token}", SignInLevel.Anonymous);
        module.Get<AskInput, ShowUnlock, UnlockPage, UnlockView>("/unlock", SignInLevel.PasswordGiven);
        module.Post<UnlockInput, UnlockData, UnlockPage, UnlockView>("/unlock", SignInLevel.PasswordGiven);
        module.Get<Nothing, ShowWaiting, WaitingPage, WaitingView>("/waiting", SignInLevel.Anonymous);
        module.Services.AddScoped<HumanForms>();
        module.Services.AddScoped<HumanBetween>();
        module.Guest<HumanInput, ShowHuman, HumanPage, HumanView>("GET", "/human-check");
        module.Guest<HumanInput, ShowHuman, HumanPage, HumanView>("POST", "/human-check");
        module.Guest<HumanAnswerInput, PassHuman, HumanPage, HumanView>("POST", "/human-check/pass");
        FactorRoutes.Register(module);
        ConfirmRoutes.Register(module);
        module.Get<AskInput, ShowCarried, CarriedPage, CarriedView>("/carried");
        module.Post<AskInput, DropCarried, CarriedPage, CarriedView>("/carried/drop");
        module.Post<KeptInput, KeyKept, KeptDone, NoticeView<KeptDone>>("/recovery-key/kept");
        module.Fill<ToolbarSlot, OfferPersonMenu, PersonMenu, PersonMenuView>();
    }
}
