using Microsoft.Extensions.Options;
using Pannier.Core;
using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Modules;

namespace Pannier.Modules.Factors;

/// <summary>Makes a new secret for whoever gives the password, and shows it for an authenticator app.</summary>
internal sealed class BeginFactor(SecondFactors factors, FactorStates states, IOptions<SiteOptions> site, Visit visit) : IHandler<BeginInput, FactorPage>
{
    public async Task<Outcome<FactorPage>> HandleAsync(BeginInput input, CancellationToken cancellation)
    {
        using var current = input.Current;
        if (await states.RefusedAsync(current, (state, wrong) => state with { Wrong = wrong }, cancellation) is { } refused) return refused;
        return new FactorPage.Setup(SecretText.Of(await factors.BeginAsync(visit.Required.Keyring, cancellation), site.Value.Name, visit.Name), null);
    }
}
