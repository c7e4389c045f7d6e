using Pannier.Core;
using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Modules;

namespace Pannier.Modules.SignIn.Factor;

/// <summary>Asks for one of the person's passkeys, as their second factor.</summary>
internal sealed class AskPasskey(Passkeys passkeys, Visit visit) : IHandler<Nothing, PasskeyQuestion>
{
    public async Task<Outcome<PasskeyQuestion>> HandleAsync(Nothing input, CancellationToken cancellation) =>
        visit.Required.AwaitsFactor && await passkeys.AskAsync(visit.Required, cancellation) is { } question ? question : Refusal.NotFound("passkeys.none-here");
}
