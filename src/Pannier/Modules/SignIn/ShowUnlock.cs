using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Users;

namespace Pannier.Modules.SignIn;

internal sealed class ShowUnlock(Visit visit) : IHandler<Nothing, UnlockPage>
{
    public Task<Outcome<UnlockPage>> HandleAsync(Nothing input, CancellationToken cancellation) => Task.FromResult<Outcome<UnlockPage>>(
        visit.Session is { AwaitsFactor: true } ? new UnlockPage.Done(FactorUrl.Ask(LocalUrl.Home), null) : new UnlockPage.Form(visit.Name, null) { IsOutside = visit.Session is { Person.User.Backend: not SignInBackend.Local } });
}
