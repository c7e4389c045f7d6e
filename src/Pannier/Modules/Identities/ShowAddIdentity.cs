using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Core.Modules;

namespace Pannier.Modules.Identities;

/// <summary>An empty form for an account, with the name the person goes by there.</summary>
internal sealed class ShowAddIdentity(AccountBook book) : IHandler<AccountOfIdentityInput, IdentityPage>
{
    public async Task<Outcome<IdentityPage>> HandleAsync(AccountOfIdentityInput input, CancellationToken cancellation)
    {
        if (await book.FindAsync(input.Account, cancellation) is not { } account) return Refusal.NotFound("accounts.unknown");

        var others = await book.IdentitiesAsync(account.Id, cancellation);
        var typed = new IdentityFields(others is [var first, ..] ? first.Name : "", "", "", "", Tick.Off);
        return new IdentityPage.Form(account, LocalUrl.Of("/identities/add"), Said.Of("identities.add.title", "account", account.Name), typed, IdentityCheck.Good, DefaultChoice.Offered);
    }
}
