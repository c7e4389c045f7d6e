using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Mail.OAuth;

namespace Pannier.Modules.Accounts.Provider;

/// <summary>Asks a provider about this site's registration, for an administrator.</summary>
internal sealed class CheckProvider(ProviderLines lines, OAuthProviders providers) : IHandler<ProviderInput, ProvidersPage>
{
    public async Task<Outcome<ProvidersPage>> HandleAsync(ProviderInput input, CancellationToken cancellation)
    {
        if (providers.Find(input.Name.Value) is not { } provider) return Refusal.NotFound("accounts.wrong.provider");
        return await lines.ShowAsync(provider, cancellation);
    }
}
