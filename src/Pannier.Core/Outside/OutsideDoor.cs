using Microsoft.Extensions.Logging;
using Pannier.Core.Users;
using Pannier.Mail;

namespace Pannier.Core.Outside;

/// <summary>The door of a site whose people have their password elsewhere: a back end says whether it is right, and it opens the data here.</summary>
/// <remarks>
/// The back end is asked for names nobody has, too. Whether the password opens the data is looked at only after it vouched, so a
/// wrong one costs the same time whoever's name it is. Nothing is kept that checks it but the wrap.
/// </remarks>
internal sealed class OutsideDoor(IAskOutside outside, SignInOptions options, People people, Passwords passwords, OutsidePeople arrivals, ILogger<OutsideDoor> log) : ISignInDoor
{
    public string? OutsideHost => outside.Shown;

    public bool IsLocal => options.AlsoLocal;

    public SignInName? Name(SignInName typed) => outside.Name(typed);

    public string? Host(SignInName name) => outside.Host(name);

    public async Task<SignInOutcome> SignInAsync(SignInName name, Secret password, CancellationToken cancellation)
    {
        if (!PasswordRules.Fits(password)) return new SignInOutcome.Refused();

        var user = await people.FindAsync(name, cancellation);
        if (options.AlsoLocal && user is { Backend: SignInBackend.Local }) return await people.SignInAsync(name, password, cancellation);
        switch (await outside.AskAsync(user?.Name ?? name, password, cancellation))
        {
            case OutsideAnswer.Right { Person: var person }:
                if (person.Name is { } own && own.Key != name.Key) (name, user) = (own, await people.FindAsync(own, cancellation));
                return user is null ? await BeginAsync(name, password, person, cancellation) : await OpenAsync(user, password, person, cancellation);
            case OutsideAnswer.Wrong:
                return new SignInOutcome.Refused();
            default:
                return new SignInOutcome.Unavailable();
        }
    }

    public Task<SignInOutcome> AgainAsync(UserAccount user, Secret secret, CancellationToken cancellation) => SignInAsync(user.Name, secret, cancellation);

    public async Task<UnlockOutcome> UnlockAsync(UserAccount user, Secret present, Secret before, CancellationToken cancellation)
    {
        if (user.Backend == SignInBackend.Local) return await passwords.UnlockAsync(user, present, before, cancellation);
        if (!PasswordRules.Fits(present) || user.Backend != outside.Backend) return new UnlockOutcome.WrongPassword();

        return await outside.AskAsync(user.Name, present, cancellation) switch
        {
            OutsideAnswer.Right { Person: var person } => await arrivals.UnlockAsync(user, present, before, cancellation) is UnlockOutcome.Opened opened ? opened with { Outside = person } : new UnlockOutcome.StillLocked(),
            OutsideAnswer.Wrong => new UnlockOutcome.WrongPassword(),
            _ => new UnlockOutcome.Unavailable(),
        };
    }

    private async Task<SignInOutcome> BeginAsync(SignInName name, Secret password, OutsidePerson person, CancellationToken cancellation)
    {
        if (await arrivals.BeginAsync(name, outside.Backend, options.Admit, password, cancellation) is { } begun) return new SignInOutcome.Begun(begun, person);

        Log.NotInvited(log, outside.Shown);
        return new SignInOutcome.NotAdmitted();
    }

    private async Task<SignInOutcome> OpenAsync(UserAccount user, Secret password, OutsidePerson person, CancellationToken cancellation)
    {
        if (user.Backend != outside.Backend)
        {
            Log.NameOfAnother(log, outside.Shown);
            return new SignInOutcome.NotAdmitted();
        }

        return await arrivals.OpenAsync(user, password, cancellation) is { } keyring ? new SignInOutcome.Opened(user, keyring) { Outside = person } : new SignInOutcome.Locked(user);
    }
}
