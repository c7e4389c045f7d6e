using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Humans;
using Pannier.Core.Modules;
using Pannier.Core.Outside;

namespace Pannier.Modules.SignIn.Enter;

internal sealed class ShowRecover(ISignInDoor checks, HumanCheck human) : IHandler<Nothing, RecoverPage>
{
    public async Task<Outcome<RecoverPage>> HandleAsync(Nothing input, CancellationToken cancellation)
    {
        if (RecoverElsewhere.Of(checks) is { } elsewhere) return Refusal.NotFound(elsewhere);
        return await human.IsNeededAsync(null, cancellation) ? new RecoverPage.Done(RecoverPerson.CheckUrl, null) : new RecoverPage.Form("", null);
    }
}
