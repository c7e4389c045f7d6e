using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;
using Pannier.Core.Throttling;
using Pannier.Core.Users;

namespace Pannier.Modules.SignIn;

/// <summary>Opens data that a reset link has locked out: by the old password, or by the recovery key, which is then replaced.</summary>
internal sealed class UnlockData(Passwords passwords, LiveSessions sessions, Tries tries, Door door, Visit visit, MyLog log) : IHandler<UnlockInput, UnlockPage>
{
    public async Task<Outcome<UnlockPage>> HandleAsync(UnlockInput input, CancellationToken cancellation)
    {
        var user = visit.Required.Person.User;
        if (input is not { Current: { } current, Old: { } old }) return new UnlockPage.Form(user.Name.Shown, Said.Of("unlock.both"));
        var attempt = await tries.BeginAsync(user.Name, cancellation);
        if (attempt.Wait is { } wait) return new UnlockPage.Form(user.Name.Shown, Tries.Say(wait)) { HasToWait = true };
        switch (await passwords.UnlockAsync(user, current, old, cancellation))
        {
            case UnlockOutcome.Opened opened:
                await tries.SucceededAsync(attempt);
                await sessions.EndOthersAsync(user.Id, visit.Session, CancellationToken.None);
                LocalUrl? factor = await door.EnterAsync(user, opened.Keyring, CancellationToken.None) == Entered.FactorAsked ? FactorUrl.Ask(LocalUrl.Home) : null;
                await log.NoteAsync(user.Id, SecurityEventKind.DataUnlocked);
                return opened.Recovery is null ? new UnlockPage.Done(factor ?? LocalUrl.Home, Said.Of("unlock.done")) : new UnlockPage.Key(RecoveryKeyPage.Of(opened.Recovery) with { Then = factor });
            case UnlockOutcome.WrongPassword:
                log.NoteWrong(user.Name);
                return new UnlockPage.Form(user.Name.Shown, Said.Of("unlock.current"));
            default:
                return new UnlockPage.Form(user.Name.Shown, Said.Of("unlock.old"));
        }
    }
}
