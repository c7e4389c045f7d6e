using Pannier.Core.Users;
using Pannier.Mail;

namespace Pannier.Core.Outside;

/// <summary>Who somebody is and what they proved: the one place where a name and a password are checked, by this site or by a back end.</summary>
/// <remarks>Callers count the try first (<see cref="Throttling.Tries"/>); which of the two was wrong is not told, nor by the time it took.</remarks>
public interface ISignInDoor
{
    /// <summary>Who checks passwords, or vouches for people, where this site does not; null for nobody.</summary>
    string? OutsideHost { get; }

    /// <summary>The back end that vouches for people without a secret of theirs; null where passwords are checked.</summary>
    SignInBackend? Vouching => null;

    /// <summary>Whether this site checks passwords itself, of everybody or of some.</summary>
    bool IsLocal { get; }

    /// <summary>The one form of a name here; null when it can be nobody's.</summary>
    SignInName? Name(SignInName typed);

    /// <summary>The host that would be asked for a name; null when none would.</summary>
    string? Host(SignInName name);

    /// <summary>Checks name and password and opens the data with them. A vault that does not open is never replaced.</summary>
    Task<SignInOutcome> SignInAsync(SignInName name, Secret password, CancellationToken cancellation);

    /// <summary>Checks the secret of somebody who is signed in already: their password, or the passphrase of their data.</summary>
    Task<SignInOutcome> AgainAsync(UserAccount user, Secret secret, CancellationToken cancellation);

    /// <summary>Who opens the data of people who are vouched for.</summary>
    DataOpener Opener => DataOpener.Person;

    /// <summary>Whether the site opens this person's data by its own key once they are vouched for.</summary>
    Task<bool> OpensForAsync(UserAccount user, CancellationToken cancellation) => Task.FromResult(false);

    /// <summary>Opens the data of somebody who is vouched for by the site's own key. Call it only when whoever vouches has just said that it is them.</summary>
    /// <returns>Null where the site opens nobody's data, or not theirs. Else the caller's to dispose.</returns>
    Task<Keyring?> OpenForAsync(UserAccount user, CancellationToken cancellation) => Task.FromResult<Keyring?>(null);

    /// <summary>Opens data that the present password does not open, with the password from before or the recovery key, and wraps it under the present one.</summary>
    Task<UnlockOutcome> UnlockAsync(UserAccount user, Secret present, Secret before, CancellationToken cancellation);
}
