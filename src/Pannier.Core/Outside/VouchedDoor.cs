using Pannier.Core.Users;
using Pannier.Mail;

namespace Pannier.Core.Outside;

/// <summary>The door of a site where somebody else vouches for people without a secret of theirs: no password signs in there, and a passphrase of their own opens their data.</summary>
/// <remarks>The passphrase is looked at only for whoever was vouched for: it is no second way in.</remarks>
internal sealed class VouchedDoor(SignInOptions options, People people, Passwords passwords, OutsidePeople arrivals, SiteWraps own) : ISignInDoor
{
    public string? OutsideHost => options.VouchedBy; // checked at start

    public SignInBackend? Vouching => options.Backend;

    public DataOpener Opener => options.DataOpenedBy;

    public bool IsLocal => options.AlsoLocal;

    /// <summary>Only what is its own compatibility form: two names of whoever vouches must never be one person here.</summary>
    public SignInName? Name(SignInName typed) => typed.Shown.IsNormalized(System.Text.NormalizationForm.FormKC) ? typed : null;

    public string? Host(SignInName name) => null;

    public async Task<SignInOutcome> SignInAsync(SignInName name, Secret password, CancellationToken cancellation) =>
        options.AlsoLocal ? await people.SignInAsync(name, password, cancellation) : new SignInOutcome.Refused();

    public async Task<SignInOutcome> AgainAsync(UserAccount user, Secret secret, CancellationToken cancellation)
    {
        if (user.Backend == SignInBackend.Local) return await SignInAsync(user.Name, secret, cancellation);
        if (user.Backend != options.Backend || await arrivals.OpenAsync(user, secret, cancellation) is not { } keyring) return new SignInOutcome.Refused();

        if (!Opens(user) && await own.HasAsync(user.Id, cancellation)) await own.RemoveAsync(user.Id, cancellation); // left from when the site did
        return new SignInOutcome.Opened(user, keyring);
    }

    public async Task<bool> OpensForAsync(UserAccount user, CancellationToken cancellation) => Opens(user) && await own.HasAsync(user.Id, cancellation);

    public async Task<Keyring?> OpenForAsync(UserAccount user, CancellationToken cancellation) => Opens(user) ? await own.OpenAsync(user.Id, cancellation) : null;

    public async Task<UnlockOutcome> UnlockAsync(UserAccount user, Secret present, Secret before, CancellationToken cancellation) =>
        user.Backend == SignInBackend.Local && options.AlsoLocal ? await passwords.UnlockAsync(user, present, before, cancellation) : new UnlockOutcome.WrongPassword();

    private bool Opens(UserAccount user) => options.DataOpenedBy == DataOpener.Site && user.Backend == options.Backend;
}
