using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Mail.OAuth;

namespace Pannier.Modules.Accounts.Provider;

/// <summary>Begins a sign-in at a provider for an account as it will be stored, and says what the person does next.</summary>
internal sealed class BeginSignIn(PendingSignIns pending, OAuthClient client, IOptions<SiteOptions> site, TimeProvider clock)
{
    /// <summary>Time to sign in at the provider, second factor included.</summary>
    private static readonly TimeSpan AtMost = TimeSpan.FromMinutes(15);

    /// <param name="person">Null for an account that is there already.</param>
    public async Task<SignInPage> LinkAsync(OAuthProvider provider, MyAccount account, string? person, CancellationToken cancellation)
    {
        try
        {
            var asked = await client.AskAsync(provider, CallBack.Of(site.Value), account.Imap.UserName, cancellation);
            using (asked.Verifier)
                await pending.AddAsync(asked.State, new PendingSignIn(pending.Session, clock.GetUtcNow() + AtMost, provider.Name, asked.Verifier.RevealBytes().ToArray(), asked.Nonce, account, person, IsTaken: false), cancellation);
            return new SignInPage.Go(provider.Label, account.Address, asked.Url.AbsoluteUri, asked.Url.Host);
        }
        catch (OAuthFault fault)
        {
            return Over(account, person, ProviderWords.Say(fault, provider.Label));
        }
    }

    /// <inheritdoc cref="LinkAsync"/>
    public async Task<SignInPage> CodeAsync(OAuthProvider provider, MyAccount account, string? person, CancellationToken cancellation)
    {
        try
        {
            var code = await client.BeginDeviceAsync(provider, cancellation);
            var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            var device = new PendingDevice(code.UserCode, code.Verify.AbsoluteUri, code.Interval, clock.GetUtcNow() + code.Interval);
            using (code.Code)
                await pending.AddAsync(name, new PendingSignIn(pending.Session, code.ExpiresAt, provider.Name, code.Code.RevealBytes().ToArray(), null, account, person, IsTaken: false) { Device = device }, cancellation);
            return new SignInPage.Code(provider.Label, device.UserCode, device.Verify, name, null);
        }
        catch (OAuthFault fault)
        {
            return Over(account, person, ProviderWords.Say(fault, provider.Label));
        }
    }

    private static SignInPage.Done Over(MyAccount account, string? person, Said why) => new(person is null ? AccountUrl.Of(account.Id) : AccountUrl.Add, why.AsTrouble());
}
