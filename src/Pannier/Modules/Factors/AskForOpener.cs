using Pannier.Core;
using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Modules;

namespace Pannier.Modules.Factors;

/// <summary>Asks for one of the person's passkeys that open their data, which another is to do too.</summary>
internal sealed class AskForOpener(PasskeyDoor passkeys, Visit visit) : IHandler<Nothing, PasskeyQuestion>
{
    public async Task<Outcome<PasskeyQuestion>> HandleAsync(Nothing input, CancellationToken cancellation) =>
        await passkeys.AskOwnerAsync(visit.Required.Keyring, cancellation) is { } question ? question : Refusal.NotFound("passkeys.opener.none");
}
