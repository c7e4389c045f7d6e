using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Modules.SignIn;

namespace Pannier.Modules.Factors;

/// <summary>Calls a passkey otherwise.</summary>
internal sealed class RenamePasskey(Passkeys passkeys, FactorStates states, Visit visit, MyLog log) : IHandler<RenamePasskeyInput, FactorPage>
{
    public async Task<Outcome<FactorPage>> HandleAsync(RenamePasskeyInput input, CancellationToken cancellation)
    {
        if (input.Name is not { Value: { Length: > 0 and <= PasskeyLabel.Longest } name }) return await states.ShowAsync(cancellation) with { PasskeyWrong = Said.Of("passkeys.name.missing") };
        if (!await passkeys.RenameAsync(visit.Required.Keyring, input.Passkey, name, cancellation)) return new FactorPage.Done(FactorUrl.Settings, null);

        await log.NoteAsync(SecurityEventKind.PasskeyRenamed, name);
        return new FactorPage.Done(FactorUrl.Settings, Said.Of("passkeys.renamed", "name", name));
    }
}
