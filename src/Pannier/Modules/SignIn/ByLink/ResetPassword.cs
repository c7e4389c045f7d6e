using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;
using Pannier.Core.Users;

namespace Pannier.Modules.SignIn.ByLink;

/// <summary>Sets a new sign-in password by a link. It opens no data: that stays locked until the old password or the recovery key is given.</summary>
internal sealed class ResetPassword(Links links, Passwords passwords, LiveSessions sessions, MyLog log) : IHandler<ResetInput, ResetPage>
{
    public async Task<Outcome<ResetPage>> HandleAsync(ResetInput input, CancellationToken cancellation)
    {
        if (await links.FindAsync(input.Token.Value, cancellation) is not { Person: { } person }) return Refusal.NotFound("link.used");

        var form = new ResetPage.Form(LocalUrl.Of("/reset/" + input.Token.Value), person.Name.Shown, null);
        if (!PasswordRules.AreGood(input.Password, input.Again, person.Name, out var wrong)) return form with { Wrong = wrong.Said };
        if (!await passwords.ResetAsync(input.Token.Value, person, input.Password, cancellation)) return Refusal.NotFound("link.used");

        await sessions.EndOthersAsync(person.Id, null, CancellationToken.None);
        await log.NoteAsync(person.Id, SecurityEventKind.PasswordReset);
        return new ResetPage.Done(LocalUrl.Of("/sign-in"), Said.Of("reset.done"));
    }
}
