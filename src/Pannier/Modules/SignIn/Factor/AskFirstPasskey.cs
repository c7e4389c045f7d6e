using Pannier.Core;
using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Modules;

namespace Pannier.Modules.SignIn.Factor;

/// <summary>Begins somebody's first passkey.</summary>
internal sealed class AskFirstPasskey(FirstFactor first, Passkeys passkeys, Visit visit) : IHandler<Nothing, PasskeyQuestion>
{
    public async Task<Outcome<PasskeyQuestion>> HandleAsync(Nothing input, CancellationToken cancellation) =>
        await first.ElsewhereAsync(null, cancellation) is null ? await passkeys.AskForNewAsync(visit.Required, PasskeyKind.SecondFactor, cancellation) : Refusal.Forbidden("first.not-first");
}
