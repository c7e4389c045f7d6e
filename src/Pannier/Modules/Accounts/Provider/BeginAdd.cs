using Pannier.Core;
using Pannier.Core.Modules;

namespace Pannier.Modules.Accounts.Provider;

/// <summary>Begins to add an account by a sign-in on its provider's own page.</summary>
internal sealed class BeginAdd(AddByProvider add, BeginSignIn begin) : IHandler<AddInput, AddPage>
{
    public async Task<Outcome<AddPage>> HandleAsync(AddInput input, CancellationToken cancellation) =>
        await add.BeginAsync(input, (provider, account, person) => begin.LinkAsync(provider, account, person, cancellation), cancellation);
}
