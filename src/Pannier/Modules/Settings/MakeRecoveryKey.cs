using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Users;
using Pannier.Modules.SignIn;

namespace Pannier.Modules.Settings;

/// <summary>Makes a new recovery key for whoever gives the password, and shows it once; the old one opens nothing any more.</summary>
internal sealed class MakeRecoveryKey(Passwords passwords, People people, Visit visit) : IHandler<RecoveryInput, PasswordPage>
{
    public async Task<Outcome<PasswordPage>> HandleAsync(RecoveryInput input, CancellationToken cancellation)
    {
        var user = visit.Required.Person.User;
        var wrong = new PasswordPage.Form(user.Name.Shown, KeyWrong: Said.Of("settings.password.wrong"));
        if (input.Current is not { } current) return wrong;

        using (current)
        {
            if (await people.SignInAsync(user.Name, current, cancellation) is not SignInOutcome.Opened opened) return wrong;

            using (opened.Keyring) return new PasswordPage.Key(RecoveryKeyPage.Of(await passwords.NewRecoveryKeyAsync(user, opened.Keyring, cancellation)));
        }
    }
}
