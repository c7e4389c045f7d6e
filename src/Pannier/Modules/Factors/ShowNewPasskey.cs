using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;

namespace Pannier.Modules.Factors;

internal sealed class ShowNewPasskey : IHandler<Nothing, FactorPage>
{
    public Task<Outcome<FactorPage>> HandleAsync(Nothing input, CancellationToken cancellation) => Task.FromResult<Outcome<FactorPage>>(new FactorPage.NewPasskey("", false, null));
}
