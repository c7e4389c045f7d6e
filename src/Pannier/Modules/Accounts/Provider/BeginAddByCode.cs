using Pannier.Core;
using Pannier.Core.Modules;

namespace Pannier.Modules.Accounts.Provider;

/// <summary>Begins to add an account by a code that is typed at its provider: where the provider cannot send the browser back here.</summary>
internal sealed class BeginAddByCode(AddByProvider add, BeginSignIn begin) : IHandler<AddInput, AddPage>
{
    public async Task<Outcome<AddPage>> HandleAsync(AddInput input, CancellationToken cancellation) =>
        await add.BeginAsync(input, (provider, account, person) => begin.CodeAsync(provider, account, person, cancellation), cancellation);
}
