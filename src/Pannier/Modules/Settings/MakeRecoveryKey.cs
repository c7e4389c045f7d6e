using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Throttling;
using Pannier.Core.Users;
using Pannier.Modules.SignIn;

namespace Pannier.Modules.Settings;

/// <summary>Makes a new recovery key for whoever gives the password, and shows it once; the old one opens nothing any more.</summary>
internal sealed class MakeRecoveryKey(Passwords passwords, People people, Tries tries, Visit visit, MyLog log) : IHandler<RecoveryInput, PasswordPage>
{
    public async Task<Outcome<PasswordPage>> HandleAsync(RecoveryInput input, CancellationToken cancellation)
    {
        var user = visit.Required.Person.User;
        var wrong = new PasswordPage.Form(user.Name.Shown, KeyWrong: Said.Of("settings.password.wrong"));
        if (input.Current is not { } current) return wrong;

        using (current)
        {
            var attempt = await tries.BeginAsync(user.Name, cancellation);
            if (attempt.Wait is { } wait) return wrong with { KeyWrong = Tries.Say(wait), HasToWait = true };
            if (await people.SignInAsync(user.Name, current, cancellation) is not SignInOutcome.Opened opened)
            {
                log.NoteWrong(user.Name);
                return wrong;
            }

            await tries.SucceededAsync(attempt);
            using (opened.Keyring)
            {
                var made = await passwords.NewRecoveryKeyAsync(user, opened.Keyring, cancellation);
                await log.NoteAsync(SecurityEventKind.RecoveryKeyMade);
                return new PasswordPage.Key(RecoveryKeyPage.Of(made));
            }
        }
    }
}
