using Pannier.Core;
using Pannier.Core.Http.Carrying;
using Pannier.Core.Humans;
using Pannier.Core.Users;

namespace Pannier.Modules.SignIn.Human;

/// <summary>Leads somebody who is half in, and has a second secret to give, to the check that a person does, where too many went wrong before.</summary>
/// <remarks>Passkeys need none: they cannot be guessed. Nor do one-time links.</remarks>
internal sealed class HumanBetween(HumanCheck human, Parcels parcels)
{
    /// <summary>What is said at the check.</summary>
    public static Said Why { get; } = Said.Of("human.needed");

    /// <summary>Before a code is looked at.</summary>
    /// <returns>Where to show it; null for whoever may go on, which uses up one of their tries.</returns>
    public async Task<LocalUrl?> FactorAsync(SignInName name, LocalUrl? next, CancellationToken cancellation) =>
        await human.LetByFactorAsync(name, cancellation) ? null : new HumanErrand(null, FactorUrl.Ask(next ?? LocalUrl.Home)).Url();

    /// <summary>Before a password, a passphrase or a recovery key is looked at that opens data.</summary>
    /// <param name="carried">What was sent when one had been signed out; held until they are in.</param>
    /// <returns>As <see cref="FactorAsync"/>.</returns>
    public async Task<LocalUrl?> UnlockAsync(SignInName name, LocalUrl? next, Parcel? carried, CancellationToken cancellation)
    {
        if (await human.LetByAsync(name, cancellation)) return null;

        if (carried is not null) parcels.Hold(carried);
        return new HumanErrand(null, UnlockUrl.Then(next)).Url();
    }
}
