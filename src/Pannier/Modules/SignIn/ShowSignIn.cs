using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Outside;
using Pannier.Core.Sessions;

namespace Pannier.Modules.SignIn;

/// <summary>Shows the sign-in form; to somebody who is signed in it says where their mail is.</summary>
internal sealed class ShowSignIn(ISignInDoor checks, Visit visit) : IHandler<SignInPageInput, SignInPage>
{
    public Task<Outcome<SignInPage>> HandleAsync(SignInPageInput input, CancellationToken cancellation) =>
        Task.FromResult<Outcome<SignInPage>>(new SignInPage.Form(visit.Level >= SignInLevel.Full ? visit.Name : "", input.Next, null)
        {
            Why = visit.Doubted is null ? null : Said.Of("signin.doubted"),
            CheckedBy = checks.OutsideHost,
            IsLocal = checks.IsLocal,
        });
}
