using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Modules.SignIn;

namespace Pannier.Modules.Factors;

/// <summary>Removes a passkey, unless it is the last factor of somebody who must have one.</summary>
internal sealed class RemovePasskey(Passkeys passkeys, SecondFactors factors, FactorStates states, Visit visit, MyLog log) : IHandler<RemovePasskeyInput, FactorPage>
{
    public async Task<Outcome<FactorPage>> HandleAsync(RemovePasskeyInput input, CancellationToken cancellation)
    {
        var keyring = visit.Required.Keyring;
        if (states.IsRequired && await factors.StateAsync(keyring, cancellation) is { Since: null, Passkeys: <= 1 })
            return await states.ShowAsync(cancellation) with { PasskeyWrong = Said.Of("factors.required.last") };
        if (await passkeys.RemoveAsync(keyring, input.Passkey, cancellation) is not { } name) return new FactorPage.Done(FactorUrl.Settings, null);

        await factors.TidyAsync(keyring, CancellationToken.None);
        await log.NoteAsync(SecurityEventKind.PasskeyRemoved, name);
        return new FactorPage.Done(FactorUrl.Settings, Said.Of("passkeys.removed", "name", name));
    }
}
