using Microsoft.Extensions.Options;
using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Mail;
using Pannier.Mail.OAuth;

namespace Pannier.Modules.Accounts.Provider;

/// <summary>
/// Takes what a provider sent the browser back with. It counts once, in the session that asked, from the provider that was asked;
/// the answer leads on to an address without it.
/// </summary>
internal sealed class TakeReturn(PendingSignIns pending, OAuthProviders providers, OAuthClient client, FinishSignIn finish, IOptions<SiteOptions> site) : IHandler<ReturnInput, SignInPage>
{
    public async Task<Outcome<SignInPage>> HandleAsync(ReturnInput input, CancellationToken cancellation)
    {
        using var code = input.Code;
        if (input.State is not { } state || await pending.TakeAsync(state.Value, cancellation) is not { Device: null } begun) return Over(AccountUrl.All, Said.Of("accounts.provider.over"));
        if (providers.Find(begun.Provider) is not { } provider) return Over(FinishSignIn.Back(begun), Said.Of("accounts.wrong.provider"));

        try
        {
            if (!await client.IsFromAsync(provider, input.Issuer?.Value, cancellation)) return Over(FinishSignIn.Back(begun), Said.Of("accounts.provider.mixed", "provider", provider.Label));
            if (input.Error is { } error) return Over(FinishSignIn.Back(begun), ProviderWords.SayReturned(error.Value, provider.Label));
            if (code is null) return Over(FinishSignIn.Back(begun), Said.Of("accounts.provider.over"));

            using var verifier = Secret.Of(begun.Secret);
            using var tokens = await client.ExchangeAsync(provider, code, verifier, CallBack.Of(site.Value), begun.Nonce, cancellation);
            return await finish.WithAsync(begun, provider, tokens, cancellation);
        }
        catch (OAuthFault fault)
        {
            return Over(FinishSignIn.Back(begun), ProviderWords.Say(fault, provider.Label));
        }
    }

    private static SignInPage.Done Over(LocalUrl to, Said why) => new(to, why.AsTrouble());
}
