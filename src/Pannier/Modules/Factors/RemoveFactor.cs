using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Throttling;
using Pannier.Modules.SignIn;

namespace Pannier.Modules.Factors;

/// <summary>Takes the authenticator app away from whoever gives the password and a code, unless it is the last factor of somebody who must have one.</summary>
internal sealed class RemoveFactor(SecondFactors factors, FactorStates states, Tries tries, Visit visit, MyLog log) : IHandler<RemoveInput, FactorPage>
{
    public async Task<Outcome<FactorPage>> HandleAsync(RemoveInput input, CancellationToken cancellation)
    {
        using var current = input.Current;
        using var code = input.Code;
        if (await states.RefusedAsync(current, (state, wrong) => state with { RemoveWrong = wrong }, cancellation) is { } refused) return refused;

        if (states.IsRequired && (await factors.StateAsync(visit.Required.Keyring, cancellation)).Passkeys == 0)
            return await states.ShowAsync(cancellation) with { RemoveWrong = Said.Of("factors.required.last") };
        var attempt = await tries.BeginFactorAsync(visit.Required.Person.User.Name, cancellation);
        if (attempt.Wait is { } longer) return await states.ShowAsync(cancellation) with { RemoveWrong = Tries.Say(longer), HasToWait = true };
        if (code is null || await factors.CheckAsync(visit.Required.Keyring, code.Reveal(), cancellation) == FactorCheck.Wrong)
        {
            await log.NoteAsync(SecurityEventKind.FactorWrong);
            return await states.ShowAsync(cancellation) with { RemoveWrong = Said.Of("factors.ask.wrong") };
        }

        await tries.SucceededAsync(attempt);
        await factors.RemoveAppAsync(visit.Required.Keyring, CancellationToken.None);
        await log.NoteAsync(SecurityEventKind.FactorRemoved);
        return new FactorPage.Done(FactorUrl.Settings, Said.Of("factors.removed"));
    }
}
