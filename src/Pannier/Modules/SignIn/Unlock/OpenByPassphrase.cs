using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Http;
using Pannier.Core.Http.Carrying;
using Pannier.Core.Modules;
using Pannier.Core.Outside;
using Pannier.Core.Sessions;
using Pannier.Core.Throttling;
using Pannier.Core.Users;
using Pannier.Modules.SignIn.Human;

namespace Pannier.Modules.SignIn.Unlock;

/// <summary>Opens the data of somebody who was vouched for, by the passphrase it was sealed with.</summary>
internal sealed class OpenByPassphrase(ISignInDoor checks, UnlockForms forms, HumanBetween human, Tries tries, Door door, Parcels parcels, Visit visit, MyLog log) : IHandler<PassphraseInput, UnlockPage>
{
    public async Task<Outcome<UnlockPage>> HandleAsync(PassphraseInput input, CancellationToken cancellation)
    {
        using var passphrase = input.Passphrase;
        if (visit.Required is not { IsLocked: true, Person.User: { HasPassphrase: true } user }) return new UnlockPage.Done(UnlockUrl.Then(input.Next), null);
        var form = await forms.NewAsync(user, input.Next, input.Carried, cancellation);
        if (passphrase is null) return form with { Wrong = Said.Of("passphrase.wrong") };

        if (await tries.WaitAsync(user.Name, cancellation) is { } first) return form with { Wrong = Tries.Say(first), HasToWait = true };
        if (await human.UnlockAsync(user.Name, input.Next, input.Carried, cancellation) is { } toCheck) return new UnlockPage.Done(toCheck, HumanBetween.Why);
        var attempt = await tries.BeginAsync(user.Name, cancellation);
        if (attempt.Wait is { } wait) return form with { Wrong = Tries.Say(wait), HasToWait = true };
        if (await checks.AgainAsync(user, passphrase, cancellation) is not SignInOutcome.Opened { Keyring: var keyring })
        {
            log.NoteWrong(user.Name);
            return form with { Wrong = Said.Of("passphrase.wrong") };
        }

        await tries.SucceededAsync(attempt);
        var next = await parcels.TakeInAsync(input.Carried ?? parcels.TakeHeld(user.Id), keyring, CancellationToken.None) ? CarriedUrl.Offer(input.Next) : input.Next ?? LocalUrl.Home;
        if (await door.EnterAsync(user, keyring, CancellationToken.None) == Entered.FactorAsked) return new UnlockPage.Done(FactorUrl.Ask(next), null);
        await log.NoteAsync(user.Id, SecurityEventKind.SignedIn);
        return new UnlockPage.Done(next, null);
    }
}
