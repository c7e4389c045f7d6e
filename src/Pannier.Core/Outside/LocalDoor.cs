using Pannier.Core.Users;
using Pannier.Mail;

namespace Pannier.Core.Outside;

/// <summary>The door of a site that checks all passwords itself.</summary>
internal sealed class LocalDoor(People people, Passwords passwords) : ISignInDoor
{
    public string? OutsideHost => null;

    public bool IsLocal => true;

    public SignInName? Name(SignInName typed) => typed;

    public string? Host(SignInName name) => null;

    public Task<SignInOutcome> SignInAsync(SignInName name, Secret password, CancellationToken cancellation) => people.SignInAsync(name, password, cancellation);

    public Task<SignInOutcome> AgainAsync(UserAccount user, Secret secret, CancellationToken cancellation) => SignInAsync(user.Name, secret, cancellation);

    public Task<UnlockOutcome> UnlockAsync(UserAccount user, Secret present, Secret before, CancellationToken cancellation) => passwords.UnlockAsync(user, present, before, cancellation);
}
