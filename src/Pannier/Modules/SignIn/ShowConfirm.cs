using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Outside;
using Pannier.Core.Sessions;
using Pannier.Core.Users;

namespace Pannier.Modules.SignIn;

/// <summary>Asks for the password again; whoever gave it within the last minutes goes on.</summary>
internal sealed class ShowConfirm(ISignInDoor checks, Visit visit) : IHandler<AskInput, ConfirmPage>
{
    public Task<Outcome<ConfirmPage>> HandleAsync(AskInput input, CancellationToken cancellation) =>
        Task.FromResult<Outcome<ConfirmPage>>(visit.Level == SignInLevel.Recent ? new ConfirmPage.Done(input.Next ?? LocalUrl.Home, null) : new ConfirmPage.Form(visit.Name, input.Next, null) { IsPassphrase = visit.Required.Person.User.HasPassphrase, Provider = visit.Required.Person.User.Backend == SignInBackend.OpenId ? checks.OutsideHost : null });
}
