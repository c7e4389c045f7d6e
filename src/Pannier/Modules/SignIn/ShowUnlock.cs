using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Outside;

namespace Pannier.Modules.SignIn;

internal sealed class ShowUnlock(ISignInDoor checks, Visit visit) : IHandler<AskInput, UnlockPage>
{
    public Task<Outcome<UnlockPage>> HandleAsync(AskInput input, CancellationToken cancellation) => Task.FromResult<Outcome<UnlockPage>>(Show(input.Next));

    private UnlockPage Show(LocalUrl? next) => visit.Required switch
    {
        { AwaitsFactor: true } => new UnlockPage.Done(FactorUrl.Ask(next ?? LocalUrl.Home), null),
        { Person.User.HasPassphrase: true, IsLocked: false } => new UnlockPage.Done(next ?? LocalUrl.Home, null),
        { Person.User.HasPassphrase: true } => new UnlockPage.Passphrase(visit.Name, checks.OutsideHost ?? "", next),
        { Person.User: var user } => new UnlockPage.Form(visit.Name, null) { IsOutside = user.HasPasswordElsewhere },
    };
}
