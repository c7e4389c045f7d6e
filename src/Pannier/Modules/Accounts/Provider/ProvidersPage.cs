using Pannier.Core;

namespace Pannier.Modules.Accounts.Provider;

/// <summary>How this site is registered with providers, for whoever runs it.</summary>
/// <param name="CallBack">The address to register there.</param>
/// <param name="Others">Providers that come with Pannier and have no registration here.</param>
/// <param name="Wrong">What stands in the way of all of them; empty when nothing.</param>
public sealed record ProvidersPage(string CallBack, IReadOnlyList<ProviderLine> Providers, IReadOnlyList<string> Others, IReadOnlyList<Said> Wrong) : ITitled
{
    public Said Title => Said.Of("accounts.providers.title");
}
