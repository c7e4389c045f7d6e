using Pannier.Core;
using Pannier.Core.Away;
using Pannier.Core.Http;
using Pannier.Core.Humans;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;
using Pannier.Modules.SignIn.Human;

namespace Pannier.Modules.SignIn.Enter;

/// <summary>Shows the sign-in form; to somebody who is signed in it says where their mail is. Whoever was vouched for has only the passphrase to give.</summary>
internal sealed class ShowSignIn(SignInForms forms, HumanCheck human, MyAway away, Visit visit) : IHandler<SignInPageInput, SignInPage>
{
    public async Task<Outcome<SignInPage>> HandleAsync(SignInPageInput input, CancellationToken cancellation)
    {
        if (visit.Session is { IsLocked: true, Person.User.HasPassphrase: true }) return new SignInPage.Done(UnlockUrl.Then(input.Next), null);
        if (await human.IsNeededAsync(null, cancellation)) return new SignInPage.Done(new HumanErrand(input.Next).Url(), null);
        return forms.New(visit.Level >= SignInLevel.Full ? visit.Name : "", input.Next, null) with { Why = visit.Doubted is null ? null : Said.Of("signin.doubted"), Waits = visit.Session is null && await away.MayCountAsync(cancellation) };
    }
}
