using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;
using Pannier.Core.Users;

namespace Pannier.Modules.Settings;

/// <summary>Makes a new data key for whoever gives the password: all data stays, all other sessions end, and this one gets a new id.</summary>
internal sealed class RotateKey(Passwords passwords, PasswordAgain again, LiveSessions sessions, Door door, Visit visit, MyLog log) : IHandler<RecoveryInput, PasswordPage>
{
    public async Task<Outcome<PasswordPage>> HandleAsync(RecoveryInput input, CancellationToken cancellation)
    {
        var user = visit.Required.Person.User;
        using var current = input.Current;
        var check = await again.CheckAsync(current, cancellation);
        if (check.Opened is not { } opened) return new PasswordPage.Form(user.Name.Shown) { IsOutside = user.HasPasswordElsewhere, IsPassphrase = user.HasPassphrase, RotateWrong = check.Say("settings.password.wrong"), HasToWait = check.Wait is not null };

        await passwords.NewDataKeyAsync(opened.User, opened.Keyring, visit.Session, cancellation);
        await sessions.EndOthersAsync(user.Id, visit.Session, CancellationToken.None);
        await door.PassAsync(opened.User, opened.Keyring, CancellationToken.None);
        await log.NoteAsync(user.Id, SecurityEventKind.DataKeyMade);
        return new PasswordPage.Done(LocalUrl.Of("/settings/password"), Said.Of("settings.rotate.done"));
    }
}
