using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Outside;

namespace Pannier.Modules.SignIn.Unlock;

internal sealed class ShowUnlock(UnlockForms forms, Visit visit) : IHandler<AskInput, UnlockPage>
{
    public async Task<Outcome<UnlockPage>> HandleAsync(AskInput input, CancellationToken cancellation) => await ShowAsync(input.Next, cancellation);

    private async Task<UnlockPage> ShowAsync(LocalUrl? next, CancellationToken cancellation) => visit.Required switch
    {
        { AwaitsFactor: true } => new UnlockPage.Done(FactorUrl.Ask(next ?? LocalUrl.Home), null),
        { Person.User.HasPassphrase: true, IsLocked: false } => new UnlockPage.Done(next ?? LocalUrl.Home, null),
        { Person.User: { HasPassphrase: true } user } => await forms.NewAsync(user, next, null, cancellation),
        { Person.User: var user } => new UnlockPage.Form(visit.Name, null) { IsOutside = user.HasPasswordElsewhere },
    };
}
