using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Users;

namespace Pannier.Modules.Accounts.Provider;

/// <summary>Shows an administrator how this site is registered with providers; asks nobody.</summary>
internal sealed class ShowProviders(ProviderLines lines, Visit visit) : IHandler<Nothing, ProvidersPage>
{
    public async Task<Outcome<ProvidersPage>> HandleAsync(Nothing input, CancellationToken cancellation)
    {
        if (visit.Required.Role != Role.Administrator) return Refusal.Forbidden("people.administrators");
        return await lines.ShowAsync(null, cancellation);
    }
}
