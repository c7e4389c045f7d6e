using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Outside;

namespace Pannier.Modules.SignIn;

internal sealed class ShowRecover(ISignInDoor checks) : IHandler<Nothing, RecoverPage>
{
    public Task<Outcome<RecoverPage>> HandleAsync(Nothing input, CancellationToken cancellation) =>
        Task.FromResult<Outcome<RecoverPage>>(checks is { IsLocal: false, OutsideHost: { } host } ? Refusal.NotFound(Said.Of("recover.outside", "host", host)) : new RecoverPage.Form("", null));
}
