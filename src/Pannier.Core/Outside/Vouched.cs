using Pannier.Core.Users;

namespace Pannier.Core.Outside;

/// <summary>Whom this site knows under a name that somebody else vouches for.</summary>
public abstract record Vouched
{
    private Vouched()
    {
    }

    /// <summary>A person, whose data is still locked.</summary>
    public sealed record Known(UserAccount User) : Vouched;

    /// <summary>Nobody yet, and they may come in.</summary>
    /// <param name="Ticket">Says so for a quarter of an hour; they bring it back with the passphrase they chose.</param>
    public sealed record Newcomer(SignInName Name, string Ticket) : Vouched;

    /// <summary>Not invited, or the name is somebody's who signs in another way.</summary>
    public sealed record NotAdmitted : Vouched;
}
