using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Outside;
using Pannier.Core.Sessions;
using Pannier.Core.Users;

namespace Pannier.Modules.SignIn;

/// <summary>Makes somebody new, who was vouched for, a person with keys under a passphrase of their own, and shows their recovery key once.</summary>
internal sealed class BeginNewcomer(Vouching vouching, ISignInDoor checks, SignInForms forms, Door door, Visit visit, MyLog log) : IHandler<NewcomerInput, SignInPage>
{
    public async Task<Outcome<SignInPage>> HandleAsync(NewcomerInput input, CancellationToken cancellation)
    {
        var ticket = input.Ticket?.Value ?? "";
        if (vouching.Newcomer(ticket) is not { Name: var name } vouch || (visit.NamedByProxy is { } now && now.Key != name.Key)) return forms.New("", null, null) with { Wrong = Said.Of("signin.vouched.gone") };

        var form = new SignInPage.Newcomer(name.Shown, checks.OutsideHost ?? "", ticket, null);
        if (!PasswordRules.AreGood(input.Password, input.Again, name, out var wrong)) return form with { Wrong = wrong.Said };
        if (await vouching.BeginAsync(vouch, input.Password, cancellation) is not { } begun) return forms.New("", null, null) with { Wrong = Said.Of("signin.vouched.not-admitted", "host", form.Host) };

        // They are stored already: from here on it is carried to its end.
        var entered = await door.EnterAsync(begun.User, begun.Keyring, vouch.Session, CancellationToken.None);
        await log.NoteAsync(SecurityEventKind.Registered);
        return new SignInPage.Key(RecoveryKeyPage.Of(begun.Recovery) with { Then = entered == Entered.FactorAsked ? FactorUrl.Ask(LocalUrl.Home) : null });
    }
}
