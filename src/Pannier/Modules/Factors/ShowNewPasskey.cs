using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;

namespace Pannier.Modules.Factors;

internal sealed class ShowNewPasskey(FactorStates states) : IHandler<Nothing, FactorPage>
{
    public async Task<Outcome<FactorPage>> HandleAsync(Nothing input, CancellationToken cancellation) => await states.NewPasskeyAsync("", false, cancellation);
}
