using System.Security.Cryptography;
using Pannier.Mail.OAuth;

namespace Pannier.Core.Accounts;

// Accounts that are signed in to with tokens.
internal sealed partial class AccountBook
{
    /// <summary>The consent that was given for just these logins; null where there is none, or a login was changed since.</summary>
    public async Task<AccountGrant?> GrantAsync(MyAccount account, CancellationToken cancellation) =>
        (await grants.FindAsync(account.Id.ToString(), cancellation))?.Value is { } given && given.IsFor(account) ? given : null;

    /// <summary>Stores an account with the tokens of just its logins, in place of passwords it had; the tokens stay the caller's.</summary>
    /// <exception cref="ArgumentException">There is no refresh token among them: the account would be good for an hour.</exception>
    public async Task SaveAsync(MyAccount account, OAuthProvider provider, OAuthTokens tokens, CancellationToken cancellation)
    {
        if (tokens.Refresh is not { } refresh) throw new ArgumentException("no refresh token", nameof(tokens));
        var given = new AccountGrant(account.Imap, account.Smtp, provider.Name, provider.Authority, refresh.RevealBytes().ToArray(), tokens.Access.RevealBytes().ToArray(), tokens.ExpiresAt);
        await grants.PutAsync(account.Id.ToString(), given, cancellation);
        CryptographicOperations.ZeroMemory(given.Refresh);
        CryptographicOperations.ZeroMemory(given.Access);
        await SaveAsync(account, CancellationToken.None); // tokens without their account would be lost
        await passwords.RemoveAsync(account.Id.ToString(), CancellationToken.None);
    }

    /// <summary>Where an account's consent is kept while it is in use.</summary>
    public IKeepGrant Keeper(MyAccount account) => new GrantKeeper(grants, account);
}
