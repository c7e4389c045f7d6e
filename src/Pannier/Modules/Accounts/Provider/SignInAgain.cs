using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Modules;

namespace Pannier.Modules.Accounts.Provider;

/// <summary>Begins to sign an account in at its provider again, or for the first time in place of a password.</summary>
internal sealed class SignInAgain(AccountBook book, ServerForm form, BeginSignIn begin) : IHandler<AgainInput, SignInPage>
{
    public async Task<Outcome<SignInPage>> HandleAsync(AgainInput input, CancellationToken cancellation)
    {
        if (await book.FindAsync(input.Account, cancellation) is not { } account) return Refusal.NotFound("accounts.unknown");
        if (form.Provider(account.Imap, account.Smtp) is not { } provider) return Refusal.Invalid("accounts.wrong.provider");

        return input.By == SignInBy.Code ? await begin.CodeAsync(provider, account, null, cancellation) : await begin.LinkAsync(provider, account, null, cancellation);
    }
}
