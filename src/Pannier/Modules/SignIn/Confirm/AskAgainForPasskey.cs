using Pannier.Core;
using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Modules;

namespace Pannier.Modules.SignIn.Confirm;

/// <summary>Asks somebody who is signed in for one of their passkeys, in place of the password given again.</summary>
internal sealed class AskAgainForPasskey(Passkeys passkeys, Visit visit) : IHandler<Nothing, PasskeyQuestion>
{
    public async Task<Outcome<PasskeyQuestion>> HandleAsync(Nothing input, CancellationToken cancellation) =>
        await passkeys.AskAgainAsync(visit.Required, cancellation) is { } question ? question : Refusal.NotFound("passkeys.none-here");
}
