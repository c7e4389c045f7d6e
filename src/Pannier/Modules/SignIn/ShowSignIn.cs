using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;

namespace Pannier.Modules.SignIn;

/// <summary>Shows the sign-in form; to somebody who is signed in it says where their mail is. Whoever was vouched for has only the passphrase to give.</summary>
internal sealed class ShowSignIn(SignInForms forms, Visit visit) : IHandler<SignInPageInput, SignInPage>
{
    public Task<Outcome<SignInPage>> HandleAsync(SignInPageInput input, CancellationToken cancellation) => Task.FromResult<Outcome<SignInPage>>(
        visit.Session is { IsLocked: true, Person.User.HasPassphrase: true }
            ? new SignInPage.Done(UnlockUrl.Then(input.Next), null)
            : forms.New(visit.Level >= SignInLevel.Full ? visit.Name : "", input.Next, null) with { Why = visit.Doubted is null ? null : Said.Of("signin.doubted") });
}
