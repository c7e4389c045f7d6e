using Pannier.Core;
using Pannier.Core.Modules;
using Pannier.Mail;
using Pannier.Mail.OAuth;

namespace Pannier.Modules.Accounts.Provider;

/// <summary>Asks the provider whether the person has typed the code; no oftener than it likes to be asked.</summary>
internal sealed class CheckDevice(PendingSignIns pending, OAuthProviders providers, OAuthClient client, FinishSignIn finish, TimeProvider clock) : IHandler<DeviceInput, SignInPage>
{
    private static readonly TimeSpan SlowerBy = TimeSpan.FromSeconds(5); // RFC 8628 §3.5

    public async Task<Outcome<SignInPage>> HandleAsync(DeviceInput input, CancellationToken cancellation)
    {
        if (await pending.FindAsync(input.Name.Value, cancellation) is not { Value: { Device: { } device } begun } found) return Over(AccountUrl.All, Said.Of("accounts.provider.over"));
        if (providers.Find(begun.Provider) is not { } provider) return Over(FinishSignIn.Back(begun), Said.Of("accounts.wrong.provider"));

        var again = new SignInPage.Code(provider.Label, device.UserCode, device.Verify, input.Name.Value, Said.Of("accounts.provider.code.not-yet"));
        if (clock.GetUtcNow() < device.NotBefore) return again;

        var next = device with { NotBefore = clock.GetUtcNow() + device.Interval };
        if (!await pending.ChangeAsync(found, begun with { Device = next }, cancellation)) return again;
        try
        {
            using var code = Secret.Of(begun.Secret);
            using var tokens = await client.TakeDeviceAsync(provider, code, cancellation);
            await pending.RemoveAsync(found);
            return await finish.WithAsync(begun, provider, tokens, cancellation);
        }
        catch (OAuthFault fault) when (fault.Kind is OAuthFaultKind.Pending or OAuthFaultKind.SlowDown or OAuthFaultKind.Unavailable)
        {
            if (fault.Kind == OAuthFaultKind.SlowDown) await SlowDownAsync(input.Name.Value, next, cancellation);
            return again;
        }
        catch (OAuthFault fault)
        {
            await pending.RemoveAsync(found);
            return Over(FinishSignIn.Back(begun), ProviderWords.Say(fault, provider.Label));
        }
    }

    private async Task SlowDownAsync(string name, PendingDevice device, CancellationToken cancellation)
    {
        if (await pending.FindAsync(name, cancellation) is { } now)
            await pending.ChangeAsync(now, now.Value with { Device = device with { Interval = device.Interval + SlowerBy, NotBefore = device.NotBefore + SlowerBy } }, cancellation);
    }

    private static SignInPage.Done Over(LocalUrl to, Said why) => new(to, why.AsTrouble());
}
