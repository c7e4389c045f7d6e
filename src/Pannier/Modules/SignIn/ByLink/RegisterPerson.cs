using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Modules;
using Pannier.Core.Outside;
using Pannier.Core.Sessions;
using Pannier.Core.Users;

namespace Pannier.Modules.SignIn.ByLink;

/// <summary>Registers a person by a one-time link, signs them in, and shows their recovery key once.</summary>
internal sealed class RegisterPerson(Links links, ISignInDoor checks, People people, Door door, MyLog log) : IHandler<RegisterInput, RegisterPage>
{
    public async Task<Outcome<RegisterPage>> HandleAsync(RegisterInput input, CancellationToken cancellation)
    {
        if (checks is { IsLocal: false, OutsideHost: { } host }) return Refusal.NotFound(Said.Of("register.outside", "host", host));
        if (await links.FindAsync(input.Token.Value, cancellation) is not { Person: null, Role: var role }) return Refusal.NotFound("link.used");
        if (SignInName.Read(input.Name?.Value ?? "") is not { } name) return Again(input, Refusal.Invalid("register.name", "name"));
        if (!PasswordRules.AreGood(input.Password, input.Again, name, out var wrong)) return Again(input, wrong);

        try
        {
            if (await people.RegisterAsync(input.Token.Value, role, name, input.Password, cancellation) is not { } registered) return Refusal.NotFound("link.used");

            var entered = await door.EnterAsync(registered.User, registered.Keyring, cancellation);
            await log.NoteAsync(SecurityEventKind.Registered);
            return new RegisterPage.Key(RecoveryKeyPage.Of(registered.Recovery) with { Then = entered == Entered.FactorAsked ? FactorUrl.Ask(LocalUrl.Home) : null });
        }
        catch (NameTakenException)
        {
            return Again(input, Refusal.Conflict("register.taken") with { Field = "name" });
        }
    }

    private static RegisterPage Again(RegisterInput input, Refusal wrong) => new RegisterPage.Form(LocalUrl.Of("/register/" + input.Token.Value), input.Name?.Value ?? "", wrong);
}
