using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Audit;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Outside;
using Pannier.Core.Sessions;
using Pannier.Core.Throttling;
using Pannier.Core.Users;
using Pannier.Modules.SignIn.Human;

namespace Pannier.Modules.SignIn.Unlock;

/// <summary>Opens data that a reset link, or a password changed where it is kept, has locked out: by the old password, or by the recovery key, which is then replaced.</summary>
internal sealed class UnlockData(ISignInDoor checks, LiveSessions sessions, HumanBetween human, Tries tries, Door door, OwnMailAccount mail, Visit visit, MyLog log) : IHandler<UnlockInput, UnlockPage>
{
    public async Task<Outcome<UnlockPage>> HandleAsync(UnlockInput input, CancellationToken cancellation)
    {
        var user = visit.Required.Person.User;
        if (input is not { Current: { } current, Old: { } old }) return Form(Said.Of("unlock.both"));
        if (await tries.WaitAsync(user.Name, cancellation) is { } first) return Form(Tries.Say(first)) with { HasToWait = true };
        if (await human.UnlockAsync(user.Name, null, null, cancellation) is { } toCheck) return new UnlockPage.Done(toCheck, HumanBetween.Why);
        var attempt = await tries.BeginAsync(user.Name, cancellation);
        if (attempt.Wait is { } wait) return Form(Tries.Say(wait)) with { HasToWait = true };
        switch (await checks.UnlockAsync(user, current, old, cancellation))
        {
            case UnlockOutcome.Opened opened:
                await tries.SucceededAsync(attempt);
                await sessions.EndOthersAsync(user.Id, visit.Session, CancellationToken.None);
                LocalUrl? factor = await door.EnterAsync(user, opened.Keyring, CancellationToken.None) == Entered.FactorAsked ? FactorUrl.Ask(LocalUrl.Home) : null;
                await log.NoteAsync(user.Id, SecurityEventKind.DataUnlocked);
                if (opened.Outside is { } outside) await mail.RenewAsync(outside, current, CancellationToken.None);
                return opened.Recovery is null ? new UnlockPage.Done(factor ?? LocalUrl.Home, Said.Of("unlock.done")) : new UnlockPage.Key(RecoveryKeyPage.Of(opened.Recovery) with { Then = factor });
            case UnlockOutcome.WrongPassword:
                log.NoteWrong(user.Name);
                return Form(Said.Of("unlock.current"));
            case UnlockOutcome.Unavailable:
                return Form(Said.Of("signin.unavailable", "host", checks.OutsideHost ?? "")) with { IsUnavailable = true };
            default:
                return Form(Said.Of("unlock.old"));
        }

        UnlockPage.Form Form(Said wrong) => new(user.Name.Shown, wrong) { IsOutside = user.HasPasswordElsewhere };
    }
}
