using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Outside;
using Pannier.Core.Users;
using Pannier.Modules.SignIn.Enter;

namespace Pannier.Modules.SignIn.Elsewhere;

/// <summary>Makes somebody new, who was vouched for, a person with keys under a passphrase of their own, and shows their recovery key once.</summary>
internal sealed class BeginNewcomer(Vouching vouching, VouchedEntry entry, ISignInDoor checks, SignInForms forms, Visit visit) : IHandler<NewcomerInput, SignInPage>
{
    public async Task<Outcome<SignInPage>> HandleAsync(NewcomerInput input, CancellationToken cancellation)
    {
        var ticket = input.Ticket?.Value ?? "";
        if (vouching.Newcomer(ticket) is not { Name: var name } vouch || (visit.NamedByProxy is { } now && now.Key != name.Key)) return forms.New("", null, null) with { Wrong = Said.Of("signin.vouched.gone") };

        var form = new SignInPage.Newcomer(name.Shown, checks.OutsideHost ?? "", ticket, null) { Wishes = input.Wishes };
        if (!PasswordRules.AreGood(input.Password, input.Again, name, out var wrong)) return form with { Wrong = wrong.Said };
        return await vouching.BeginAsync(vouch, input.Password, cancellation) is { } begun
            ? await entry.BeginAsync(begun, vouch, input.Wishes)
            : forms.New("", null, null) with { Wrong = Said.Of("signin.vouched.not-admitted", "host", form.Host) };
    }
}
