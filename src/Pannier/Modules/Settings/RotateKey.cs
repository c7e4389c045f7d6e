using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;
using Pannier.Core.Users;
using Pannier.Modules.SignIn;

namespace Pannier.Modules.Settings;

/// <summary>Makes a new data key for whoever gives the password: all data stays, all other sessions end, and this one gets a new id.</summary>
internal sealed class RotateKey(PasswordForms forms, Passwords passwords, RootAgain again, LiveSessions sessions, Door door, Visit visit, MyLog log) : IHandler<RecoveryInput, PasswordPage>
{
    public async Task<Outcome<PasswordPage>> HandleAsync(RecoveryInput input, CancellationToken cancellation)
    {
        var user = visit.Required.Person.User;
        using var current = input.Current;
        using var key = input.Key;
        var check = await again.OpenAsync(current, input.Opener, cancellation);
        if (check.AsksProof) return new PasswordPage.Done(ConfirmUrl.Then(PasswordForms.Url), null);
        if (check.Opened is not { } opened) return await forms.NewAsync(cancellation) with { RotateWrong = check.Say("settings.password.wrong"), HasToWait = check.Wait is not null };

        await passwords.NewDataKeyAsync(opened.User, opened.Keyring, visit.Session, cancellation);
        await sessions.EndOthersAsync(user.Id, visit.Session, CancellationToken.None);
        await door.PassAsync(opened.User, opened.Keyring, CancellationToken.None);
        await log.NoteAsync(user.Id, SecurityEventKind.DataKeyMade);
        return new PasswordPage.Done(PasswordForms.Url, Said.Of("settings.rotate.done"));
    }
}
