using Pannier.Core.Accounts;
using Pannier.Mail;
using Pannier.Mail.OAuth;

namespace Pannier.Modules.Accounts.Provider;

/// <summary>Gives tokens back to who gave them, as well as can be: nothing here waits for it to succeed.</summary>
internal sealed class RevokeGrant(OAuthProviders providers, OAuthClient client)
{
    /// <returns>False when the provider did not take them back, or never does.</returns>
    public async Task<bool> TryAsync(AccountGrant grant)
    {
        if (providers.Find(grant.Provider) is not { } provider || provider.Authority != grant.Authority) return false;
        using var refresh = Secret.Of(grant.Refresh);
        return await TryAsync(provider, refresh);
    }

    /// <inheritdoc cref="TryAsync(AccountGrant)"/>
    public async Task<bool> TryAsync(OAuthProvider provider, Secret refresh)
    {
        try
        {
            await client.RevokeAsync(provider, refresh, CancellationToken.None);
            return true;
        }
        catch (OAuthFault)
        {
            return false;
        }
    }
}
