using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Modules;

namespace Pannier.Modules.Identities;

/// <summary>Shows an identity to be changed.</summary>
internal sealed class ShowIdentity(AccountBook book) : IHandler<IdentityInput, IdentityPage>
{
    public async Task<Outcome<IdentityPage>> HandleAsync(IdentityInput input, CancellationToken cancellation)
    {
        if ((await book.AllIdentitiesAsync(cancellation)).FirstOrDefault(one => one.Id == input.Identity) is not { } identity) return Refusal.NotFound("identities.unknown");
        if (await book.FindAsync(identity.Account, cancellation) is not { } account) return Refusal.NotFound("accounts.unknown");

        return new IdentityPage.Form(
            account,
            IdentityUrl.Of(identity.Id),
            Said.Of("identities.edit.title", "address", identity.Address),
            IdentityFields.Of(identity),
            IdentityCheck.Good,
            identity.IsDefault ? DefaultChoice.Settled : DefaultChoice.Offered);
    }
}
