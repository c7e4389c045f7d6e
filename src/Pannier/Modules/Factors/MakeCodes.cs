using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Modules.SignIn;

namespace Pannier.Modules.Factors;

/// <summary>Makes ten new recovery codes for whoever gives the password.</summary>
internal sealed class MakeCodes(SecondFactors factors, FactorStates states, Visit visit, MyLog log) : IHandler<BeginInput, FactorPage>
{
    public async Task<Outcome<FactorPage>> HandleAsync(BeginInput input, CancellationToken cancellation)
    {
        using var current = input.Current;
        if (await states.RefusedAsync(current, (state, wrong) => state with { Wrong = wrong }, cancellation) is { } refused) return refused;
        if (await factors.NewCodesAsync(visit.Required.Keyring, cancellation) is not { } codes) return new FactorPage.Done(FactorUrl.Settings, null);

        await log.NoteAsync(SecurityEventKind.RecoveryCodesMade);
        return new FactorPage.Codes(codes);
    }
}
