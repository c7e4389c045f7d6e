using Pannier.Mail;
using Pannier.Mail.OAuth;

namespace Pannier.Core.Accounts;

/// <summary>Takes what an account is signed in to with from its sealed records: passwords, or the tokens of a provider.</summary>
internal sealed class AccountProofs(AccountBook book, OAuthProviders providers, OAuthClient client, TimeProvider clock)
{
    /// <exception cref="MailFault">There is nothing for just these logins: it must be asked for again. Or the site is registered with the provider no more.</exception>
    public async Task<AccountProof> OfAsync(MyAccount account, CancellationToken cancellation)
    {
        if (await book.PasswordsAsync(account, cancellation) is { } passwords) return new AccountProof(new LoginProof.Password(Secret.Of(passwords.Imap)), new LoginProof.Password(Secret.Of(passwords.Smtp)), null);
        if (await book.GrantAsync(account, cancellation) is not { } grant) throw new MailFault(MailFaultKind.SignInRefused);
        if (providers.Find(grant.Provider) is not { } provider || provider.Authority != grant.Authority) throw new MailFault(MailFaultKind.ClientRefused);

        var tokens = new AccessTokens(provider, client, book.Keeper(account), clock);
        return new AccountProof(new LoginProof.Token(tokens), new LoginProof.Token(tokens), tokens);
    }
}
