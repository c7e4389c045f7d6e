using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;
using Pannier.Core.Users;

namespace Pannier.Modules.SignIn;

/// <summary>Opens data that a reset link has locked out: by the old password, or by the recovery key, which is then replaced.</summary>
internal sealed class UnlockData(Passwords passwords, LiveSessions sessions, Door door, Visit visit) : IHandler<UnlockInput, UnlockPage>
{
    public async Task<Outcome<UnlockPage>> HandleAsync(UnlockInput input, CancellationToken cancellation)
    {
        var user = visit.Required.Person.User;
        if (input is not { Current: { } current, Old: { } old }) return new UnlockPage.Form(user.Name.Shown, Said.Of("unlock.both"));
        switch (await passwords.UnlockAsync(user, current, old, cancellation))
        {
            case UnlockOutcome.Opened opened:
                await sessions.EndOthersAsync(user.Id, visit.Session, CancellationToken.None);
                await door.EnterAsync(user, opened.Keyring, CancellationToken.None);
                return opened.Recovery is null ? new UnlockPage.Done(LocalUrl.Home, Said.Of("unlock.done")) : new UnlockPage.Key(RecoveryKeyPage.Of(opened.Recovery));
            case UnlockOutcome.WrongPassword:
                return new UnlockPage.Form(user.Name.Shown, Said.Of("unlock.current"));
            default:
                return new UnlockPage.Form(user.Name.Shown, Said.Of("unlock.old"));
        }
    }
}
