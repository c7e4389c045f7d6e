using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Audit;
using Pannier.Mail;
using Pannier.Mail.OAuth;

namespace Pannier.Modules.Accounts.Provider;

/// <summary>Signs in to both servers with what a provider gave, and only then keeps it; what is not kept is given back.</summary>
internal sealed class FinishSignIn(AccountBook book, TryServers servers, RevokeGrant revoke, IMyMail mail, MyLog log)
{
    /// <param name="tokens">The caller's.</param>
    public async Task<SignInPage> WithAsync(PendingSignIn pending, OAuthProvider provider, OAuthTokens tokens, CancellationToken cancellation)
    {
        var wrong = await WrongAsync(pending, provider, tokens, cancellation);
        if (wrong is null) return await SaveAsync(pending, provider, tokens, cancellation);

        if (tokens.Refresh is { } refresh) await revoke.TryAsync(provider, refresh);
        return new SignInPage.Done(Back(pending), wrong.AsTrouble());
    }

    public static LocalUrl Back(PendingSignIn pending) => pending.IsNew ? AccountUrl.Add : AccountUrl.Of(pending.Account.Id);

    private async Task<Said?> WrongAsync(PendingSignIn pending, OAuthProvider provider, OAuthTokens tokens, CancellationToken cancellation)
    {
        if (tokens.Refresh is null) return Said.Of("accounts.provider.no-refresh", "provider", provider.Label);

        var now = await book.AllAsync(cancellation);
        var account = pending.Account;
        if (pending.IsNew && now.FirstOrDefault(other => other.Imap.Host == account.Imap.Host && other.Imap.UserName == account.Imap.UserName) is { } same) return Said.Of("accounts.wrong.twice", "name", same.Name);
        if (!pending.IsNew && !now.Any(one => one.Id == account.Id && one.Imap == account.Imap && one.Smtp == account.Smtp)) return Said.Of("accounts.provider.over");

        var proof = new LoginProof.Token(new GivenTokens(tokens.Access));
        var trial = await servers.TryAsync(account.Imap, proof, account.Smtp, proof, cancellation);
        if (AccountWords.Failures(trial) is not [var first, ..]) return null;
        return tokens.Address is { } signedIn && !signedIn.Equals(account.Imap.UserName, StringComparison.OrdinalIgnoreCase)
            ? Said.Of("accounts.provider.another", "signed-in", signedIn).With("address", account.Imap.UserName)
            : first;
    }

    private async Task<SignInPage> SaveAsync(PendingSignIn pending, OAuthProvider provider, OAuthTokens tokens, CancellationToken cancellation)
    {
        var others = await book.AllAsync(cancellation);
        if (pending.PersonName is { } person)
        {
            var account = pending.Account with { Order = others.Count == 0 ? 0 : others.Max(other => other.Order) + 1 };
            await book.SaveAsync(account, provider, tokens, cancellation);
            await book.SaveIdentityAsync(new Identity(IdentityId.New(), account.Id, person, account.Address, null, "", IsDefault: true), CancellationToken.None);
            await log.NoteAsync(SecurityEventKind.AccountAdded, account.Address);
            return new SignInPage.Done(others.Count == 0 ? LocalUrl.Home : AccountUrl.All, Said.Of("accounts.added", "name", account.Name));
        }

        var own = others.First(one => one.Id == pending.Account.Id); // it was there a moment ago
        await book.SaveAsync(own, provider, tokens, cancellation);
        await mail.ForgetAsync(own.Id, CancellationToken.None);
        await log.NoteAsync(SecurityEventKind.AccountChanged, own.Address);
        return new SignInPage.Done(AccountUrl.All, Said.Of("accounts.provider.again.done", "name", own.Name).With("provider", provider.Label));
    }
}
