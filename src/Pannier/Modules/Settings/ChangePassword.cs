using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;
using Pannier.Core.Users;

namespace Pannier.Modules.Settings;

/// <summary>Changes the password: all data stays, all other sessions end, and this one gets a new id.</summary>
internal sealed class ChangePassword(Passwords passwords, People people, LiveSessions sessions, Door door, Visit visit) : IHandler<PasswordInput, PasswordPage>
{
    public async Task<Outcome<PasswordPage>> HandleAsync(PasswordInput input, CancellationToken cancellation)
    {
        var user = visit.Required.Person.User;
        var form = new PasswordPage.Form(user.Name.Shown);
        if (input.Current is not { } current) return form with { CurrentWrong = Said.Of("settings.password.wrong") };
        if (input.Password is not { } password) return form with { PasswordWrong = Said.Of("password.too-short", "fewest", PasswordRules.Fewest) };
        if (PasswordRules.Check(password, user.Name) is { } weak) return form with { PasswordWrong = weak.Said };
        if (input.Again is not { } again || !again.FixedTimeEquals(password)) return form with { PasswordWrong = Said.Of("password.differs") };

        using (current)
        using (again)
        using (password)
        {
            switch (await passwords.ChangeAsync(user, current, password, visit.Session, cancellation))
            {
                case PasswordChange.WrongPassword:
                    return form with { CurrentWrong = Said.Of("settings.password.wrong") };
                case PasswordChange.ChangedMeanwhile:
                    return form with { CurrentWrong = Said.Of("settings.password.meanwhile") };
                default:
                    await sessions.EndOthersAsync(user.Id, visit.Session, CancellationToken.None);
                    if (await people.SignInAsync(user.Name, password, CancellationToken.None) is SignInOutcome.Opened opened) await door.EnterAsync(opened.User, opened.Keyring, CancellationToken.None);
                    return new PasswordPage.Done(LocalUrl.Of("/settings/password"), Said.Of("settings.password.changed"));
            }
        }
    }
}
