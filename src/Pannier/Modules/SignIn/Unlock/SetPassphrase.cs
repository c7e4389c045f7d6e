using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Crypto;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Outside;
using Pannier.Core.Sessions;
using Pannier.Core.Throttling;
using Pannier.Core.Users;
using Pannier.Modules.SignIn.Human;

namespace Pannier.Modules.SignIn.Unlock;

/// <summary>Opens the data of somebody who was vouched for by the recovery key, which is then replaced, and sets a new passphrase.</summary>
internal sealed class SetPassphrase(UnlockForms forms, OutsidePeople arrivals, LiveSessions sessions, HumanBetween human, Tries tries, Door door, Visit visit, MyLog log) : IHandler<NewPassphraseInput, UnlockPage>
{
    public async Task<Outcome<UnlockPage>> HandleAsync(NewPassphraseInput input, CancellationToken cancellation)
    {
        using var secret = input.Key;
        if (visit.Required is not { IsLocked: true, Person.User: { HasPassphrase: true } user }) return new UnlockPage.Done(UnlockUrl.Then(null), null);
        var form = await forms.NewAsync(user, null, null, cancellation);
        if (secret is null || RecoveryKey.Read(secret.Reveal()) is null) return form with { KeyWrong = Said.Of("recover.mistyped") };
        if (!PasswordRules.AreGood(input.Password, input.Again, user.Name, out var wrong)) return form with { KeyWrong = wrong.Said };

        if (await tries.WaitAsync(user.Name, cancellation) is { } first) return form with { KeyWrong = Tries.Say(first), HasToWait = true };
        if (await human.UnlockAsync(user.Name, null, null, cancellation) is { } toCheck) return new UnlockPage.Done(toCheck, HumanBetween.Why);
        var attempt = await tries.BeginAsync(user.Name, cancellation);
        if (attempt.Wait is { } wait) return form with { KeyWrong = Tries.Say(wait), HasToWait = true };
        if (await arrivals.UnlockAsync(user, input.Password, secret, cancellation) is not UnlockOutcome.Opened { Recovery: { } fresh } opened)
        {
            log.NoteWrong(user.Name);
            return form with { KeyWrong = Said.Of("passphrase.key-wrong") };
        }

        await tries.SucceededAsync(attempt);
        await sessions.EndOthersAsync(user.Id, visit.Session, CancellationToken.None);
        var entered = await door.EnterAsync(user, opened.Keyring, CancellationToken.None);
        await log.NoteAsync(user.Id, SecurityEventKind.Recovered);
        return new UnlockPage.Key(RecoveryKeyPage.Of(fresh) with { Then = entered == Entered.FactorAsked ? FactorUrl.Ask(LocalUrl.Home) : null });
    }
}
