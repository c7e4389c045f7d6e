using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Core.Modules;

namespace Pannier.Modules.Identities;

/// <summary>Removes an identity, asked first; never an account's last. The next one takes over as default.</summary>
internal sealed class RemoveIdentity(AccountBook book) : IHandler<RemoveIdentityInput, RemoveIdentityAnswer>
{
    public async Task<Outcome<RemoveIdentityAnswer>> HandleAsync(RemoveIdentityInput input, CancellationToken cancellation)
    {
        if ((await book.AllIdentitiesAsync(cancellation)).FirstOrDefault(one => one.Id == input.Identity) is not { } identity) return Refusal.NotFound("identities.unknown");
        if ((await book.IdentitiesAsync(identity.Account, cancellation)).FirstOrDefault(one => one.Id != identity.Id) is not { } heir) return Refusal.Invalid("identities.last");
        if (input.Sure == Tick.Off) return new RemoveIdentityAnswer.AskSure(identity);

        if (identity.IsDefault) await book.SaveIdentityAsync(heir with { IsDefault = true }, cancellation);
        await book.RemoveIdentityAsync(identity.Id, CancellationToken.None);
        return new RemoveIdentityAnswer.Done(IdentityUrl.All, Said.Of("identities.removed", "address", identity.Address));
    }
}
