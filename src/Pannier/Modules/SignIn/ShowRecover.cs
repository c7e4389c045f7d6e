using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;

namespace Pannier.Modules.SignIn;

internal sealed class ShowRecover : IHandler<Nothing, RecoverPage>
{
    public Task<Outcome<RecoverPage>> HandleAsync(Nothing input, CancellationToken cancellation) => Task.FromResult<Outcome<RecoverPage>>(new RecoverPage.Form("", null));
}
