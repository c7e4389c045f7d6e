using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Outside;
using Pannier.Core.Sessions;
using Pannier.Core.Throttling;
using Pannier.Core.Users;
using Pannier.Mail;

namespace Pannier.Modules.Settings;

/// <summary>Changes the password: all data stays, all other sessions end, and this one gets a new id.</summary>
internal sealed class ChangePassword(PasswordForms forms, Passwords passwords, OutsidePeople arrivals, ISignInDoor checks, LiveSessions sessions, Tries tries, Door door, Visit visit, MyLog log) : IHandler<PasswordInput, PasswordPage>
{
    public async Task<Outcome<PasswordPage>> HandleAsync(PasswordInput input, CancellationToken cancellation)
    {
        var user = visit.Required.Person.User;
        var form = await forms.NewAsync(cancellation);
        if (user.HasPasswordElsewhere) return Refusal.Forbidden("settings.password.outside");
        if (input.Current is not { } current) return form with { CurrentWrong = Said.Of("settings.password.wrong") };
        if (!PasswordRules.AreGood(input.Password, input.Again, user.Name, out var wrong)) return form with { PasswordWrong = wrong.Said };

        using (current)
        using (input.Again)
        using (input.Password)
        {
            var attempt = await tries.BeginAsync(user.Name, cancellation);
            if (attempt.Wait is { } wait) return form with { CurrentWrong = Tries.Say(wait), HasToWait = true };
            switch (await ChangeAsync(user, current, input.Password, cancellation))
            {
                case PasswordChange.WrongPassword:
                    log.NoteWrong(user.Name);
                    return form with { CurrentWrong = Said.Of("settings.password.wrong") };
                case PasswordChange.ChangedMeanwhile:
                    return form with { CurrentWrong = Said.Of("settings.password.meanwhile") };
                default:
                    await tries.SucceededAsync(attempt);
                    await sessions.EndOthersAsync(user.Id, visit.Session, CancellationToken.None);
                    if (await checks.AgainAsync(user, input.Password, CancellationToken.None) is SignInOutcome.Opened opened) await door.PassAsync(opened.User, opened.Keyring, CancellationToken.None);
                    await log.NoteAsync(user.Id, SecurityEventKind.PasswordChanged);
                    return new PasswordPage.Done(PasswordForms.Url, Said.Of("settings.password.changed"));
            }
        }
    }

    private async Task<PasswordChange> ChangeAsync(UserAccount user, Secret current, Secret password, CancellationToken cancellation)
    {
        if (!user.HasPassphrase) return await passwords.ChangeAsync(user, current, password, visit.Session, cancellation);
        return await arrivals.ChangeAsync(user, current, password, visit.Session, cancellation) ? PasswordChange.Done : PasswordChange.WrongPassword;
    }
}
