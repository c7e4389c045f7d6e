using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;

namespace Pannier.Modules.Accounts.Provider;

/// <summary>Shows an administrator how this site is registered with providers; asks nobody.</summary>
internal sealed class ShowProviders(ProviderLines lines) : IHandler<Nothing, ProvidersPage>
{
    public async Task<Outcome<ProvidersPage>> HandleAsync(Nothing input, CancellationToken cancellation) => await lines.ShowAsync(null, cancellation);
}
