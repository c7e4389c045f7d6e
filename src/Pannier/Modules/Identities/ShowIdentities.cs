using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Core.Modules;

namespace Pannier.Modules.Identities;

/// <summary>Lists the identities of all accounts.</summary>
internal sealed class ShowIdentities(AccountBook book) : IHandler<Nothing, IdentitiesPage>
{
    public async Task<Outcome<IdentitiesPage>> HandleAsync(Nothing input, CancellationToken cancellation)
    {
        var all = (await book.AllIdentitiesAsync(cancellation)).ToLookup(identity => identity.Account);
        return new IdentitiesPage([.. (await book.AllAsync(cancellation)).Select(account => new AccountIdentities(account, Lines([.. all[account.Id]])))]);
    }

    private static IReadOnlyList<IdentityLine> Lines(IReadOnlyList<Identity> identities) =>
        [.. identities.Select(identity => new IdentityLine(identity, identities.Count > 1 ? IdentityUrl.Remove(identity.Id) : null))];
}
