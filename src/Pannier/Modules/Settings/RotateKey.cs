using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;
using Pannier.Core.Throttling;
using Pannier.Core.Users;

namespace Pannier.Modules.Settings;

/// <summary>Makes a new data key for whoever gives the password: all data stays, all other sessions end, and this one gets a new id.</summary>
internal sealed class RotateKey(Passwords passwords, People people, LiveSessions sessions, Tries tries, Door door, Visit visit, MyLog log) : IHandler<RecoveryInput, PasswordPage>
{
    public async Task<Outcome<PasswordPage>> HandleAsync(RecoveryInput input, CancellationToken cancellation)
    {
        var user = visit.Required.Person.User;
        var wrong = new PasswordPage.Form(user.Name.Shown) { RotateWrong = Said.Of("settings.password.wrong") };
        if (input.Current is not { } current) return wrong;

        using (current)
        {
            var attempt = await tries.BeginAsync(user.Name, cancellation);
            if (attempt.Wait is { } wait) return wrong with { RotateWrong = Tries.Say(wait), HasToWait = true };
            if (await people.SignInAsync(user.Name, current, cancellation) is not SignInOutcome.Opened opened)
            {
                log.NoteWrong(user.Name);
                return wrong;
            }

            await tries.SucceededAsync(attempt);
            await passwords.NewDataKeyAsync(opened.User, opened.Keyring, visit.Session, cancellation);
            await sessions.EndOthersAsync(user.Id, visit.Session, CancellationToken.None);
            await door.PassAsync(opened.User, opened.Keyring, CancellationToken.None);
            await log.NoteAsync(user.Id, SecurityEventKind.DataKeyMade);
            return new PasswordPage.Done(LocalUrl.Of("/settings/password"), Said.Of("settings.rotate.done"));
        }
    }
}
