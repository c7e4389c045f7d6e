using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Outside;

namespace Pannier.Modules.SignIn;

internal sealed class ShowRecover(ISignInDoor checks) : IHandler<Nothing, RecoverPage>
{
    public Task<Outcome<RecoverPage>> HandleAsync(Nothing input, CancellationToken cancellation) =>
        Task.FromResult<Outcome<RecoverPage>>(RecoverElsewhere.Of(checks) is { } elsewhere ? Refusal.NotFound(elsewhere) : new RecoverPage.Form("", null));
}
