using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Users;
using Pannier.Mail.OAuth;

namespace Pannier.Modules.Accounts.Provider;

/// <summary>Asks a provider about this site's registration, for an administrator.</summary>
internal sealed class CheckProvider(ProviderLines lines, OAuthProviders providers, Visit visit) : IHandler<ProviderInput, ProvidersPage>
{
    public async Task<Outcome<ProvidersPage>> HandleAsync(ProviderInput input, CancellationToken cancellation)
    {
        if (visit.Required.Role != Role.Administrator) return Refusal.Forbidden("people.administrators");
        if (providers.Find(input.Name.Value) is not { } provider) return Refusal.NotFound("accounts.wrong.provider");
        return await lines.ShowAsync(provider, cancellation);
    }
}
