using Pannier.Core;
using Pannier.Core.Factors;
using Pannier.Core.Http;

namespace Pannier.Modules.SignIn.Factor;

/// <summary>Knows what the person can give as their second factor.</summary>
internal sealed class AskForms(SecondFactors factors, Passkeys passkeys, Visit visit)
{
    /// <summary>The form that asks; for somebody who has nothing to give, the way to where it is set up.</summary>
    public async Task<AskPage> ShowAsync(LocalUrl? next, CancellationToken cancellation)
    {
        var state = await factors.StateAsync(visit.Required.Keyring, cancellation);
        if (!state.IsSetUp) return new AskPage.Done(FactorUrl.First(next ?? LocalUrl.Home), null);

        var here = await passkeys.AllAsync(visit.Required.Keyring, cancellation);
        return new AskPage.Form(visit.Name, next, state.Since is not null, here.Any(passkey => passkey.Host == passkeys.Host));
    }

    /// <summary>The form once more, with what is wrong.</summary>
    public async Task<AskPage> AgainAsync(LocalUrl? next, Said wrong, CancellationToken cancellation) =>
        await ShowAsync(next, cancellation) is AskPage.Form form ? form with { Wrong = wrong } : new AskPage.Done(FactorUrl.First(next ?? LocalUrl.Home), null);

    /// <summary>The same for somebody who has tried too often.</summary>
    public async Task<AskPage> WaitAsync(LocalUrl? next, Said wait, CancellationToken cancellation) =>
        await AgainAsync(next, wait, cancellation) is AskPage.Form form ? form with { HasToWait = true } : new AskPage.Done(FactorUrl.First(next ?? LocalUrl.Home), null);
}
