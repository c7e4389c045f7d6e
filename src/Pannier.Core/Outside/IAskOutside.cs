using Pannier.Core.Users;
using Pannier.Mail;

namespace Pannier.Core.Outside;

/// <summary>A back end: somebody else who knows whether a name and a password belong together.</summary>
public interface IAskOutside
{
    /// <summary>What people of this back end are stored as.</summary>
    SignInBackend Backend { get; }

    /// <summary>Where its passwords are from, for people: a host name.</summary>
    string Shown { get; }

    /// <summary>The one form of a name that this back end is asked for; null when it can be nobody's there.</summary>
    SignInName? Name(SignInName typed);

    /// <summary>The host that will be asked for a name: tries are counted for it too.</summary>
    string Host(SignInName name);

    /// <summary>Asks. It remembers nothing, and tells wrong names from wrong passwords no better than the other side does.</summary>
    /// <param name="name">As <see cref="Name"/> gave it.</param>
    /// <param name="password">Not empty; stays the caller's.</param>
    /// <param name="cancellation">Ends the asking.</param>
    Task<OutsideAnswer> AskAsync(SignInName name, Secret password, CancellationToken cancellation);
}
