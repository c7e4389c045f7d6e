using Pannier.Core;
using Pannier.Core.Crypto;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;
using Pannier.Core.Users;
using Pannier.Mail;

namespace Pannier.Modules.SignIn;

/// <summary>Opens data that a reset link has locked out: by the old password, or by the recovery key, which is then replaced.</summary>
internal sealed class UnlockData(People people, LiveSessions sessions, Door door, Visit visit) : IHandler<UnlockInput, UnlockPage>
{
    public async Task<Outcome<UnlockPage>> HandleAsync(UnlockInput input, CancellationToken cancellation)
    {
        var user = visit.Required.Person.User;
        if (input is not { Current: { } current, Old: { } old }) return new UnlockPage.Form(user.Name.Shown, Said.Of("unlock.both"));
        if (await people.SignInAsync(user.Name, current, cancellation) is SignInOutcome.Refused) return new UnlockPage.Form(user.Name.Shown, Said.Of("unlock.current"));

        var recovery = RecoveryKey.Read(old.Reveal());
        if (await OpenAsync(user, old, recovery, cancellation) is not { } keyring) return new UnlockPage.Form(user.Name.Shown, Said.Of("unlock.old"));

        await people.SetPasswordAsync(user, current, keyring, cancellation);
        var replaced = recovery is null ? null : await people.NewRecoveryKeyAsync(user, keyring, CancellationToken.None);
        await sessions.EndOthersAsync(user.Id, visit.Session, CancellationToken.None);
        await door.EnterAsync(user, keyring, CancellationToken.None);
        return replaced is null ? new UnlockPage.Done(LocalUrl.Home, Said.Of("unlock.done")) : new UnlockPage.Key(RecoveryKeyPage.Of(replaced));
    }

    private async Task<Keyring?> OpenAsync(UserAccount user, Secret old, RecoveryKey? recovery, CancellationToken cancellation) =>
        (recovery is null ? null : await people.UnlockAsync(user, recovery, cancellation)) ?? await people.UnlockAsync(user, old, cancellation);
}
