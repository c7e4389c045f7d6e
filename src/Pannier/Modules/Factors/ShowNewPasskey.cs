using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;

namespace Pannier.Modules.Factors;

internal sealed class ShowNewPasskey(PasswordAgain again) : IHandler<Nothing, FactorPage>
{
    public async Task<Outcome<FactorPage>> HandleAsync(Nothing input, CancellationToken cancellation) => new FactorPage.NewPasskey("", false, null) { AsksNothing = await again.AsksNothingAsync(cancellation) };
}
