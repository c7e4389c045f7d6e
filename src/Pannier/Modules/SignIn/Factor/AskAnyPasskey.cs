using Pannier.Core;
using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Modules;

namespace Pannier.Modules.SignIn.Factor;

/// <summary>Asks a visitor for whichever passkey of this site they have.</summary>
internal sealed class AskAnyPasskey(PasskeyDoor passkeys) : IHandler<Nothing, PasskeyQuestion>
{
    public async Task<Outcome<PasskeyQuestion>> HandleAsync(Nothing input, CancellationToken cancellation) => await passkeys.AskAsync();
}
