using Microsoft.Extensions.Logging;
using Pannier.Core.Users;
using Pannier.Mail;

namespace Pannier.Core.Outside;

/// <summary>What becomes of people for whom somebody else has vouched without a secret of theirs.</summary>
/// <remarks>Being vouched for proves who somebody is and opens nothing: nobody who has keys gets others.</remarks>
internal sealed class Vouching(SignInOptions options, People people, OutsidePeople arrivals, NewcomerTickets tickets, ILogger<Vouching> log)
{
    /// <summary>Looks up whom this site knows.</summary>
    /// <param name="vouch">Whoever vouches has said so in this very request.</param>
    public async Task<Vouched> FindAsync(Vouch vouch, CancellationToken cancellation)
    {
        if (vouch.Subject is { } subject && await arrivals.FindAsync(subject, cancellation) is { } known) return Known(known);
        if (await people.FindAsync(vouch.Name, cancellation) is { } user)
        {
            if (vouch.Subject is null) return Known(user);
            Log.NameOfAnother(log, Host); // whoever vouches has given a person's name to somebody else
            return new Vouched.NotAdmitted();
        }

        if (await arrivals.MayBeginAsync(vouch.Name, options.Admit, cancellation)) return new Vouched.Newcomer(vouch.Name, tickets.Issue(vouch, options.Backend));
        Log.NotInvited(log, Host);
        return new Vouched.NotAdmitted();
    }

    /// <summary>Whom a ticket was given to; null when it is too old, or none of ours.</summary>
    public Vouch? Newcomer(string ticket) => tickets.Read(ticket, options.Backend);

    /// <summary>Whether newcomers choose no passphrase: the site opens their data.</summary>
    public bool Opens => options.DataOpenedBy == DataOpener.Site;

    /// <summary>Makes a newcomer a person, with keys of their own under their passphrase.</summary>
    /// <param name="passphrase">Checked by the caller with <see cref="PasswordRules"/>; null where <see cref="Opens"/>, which puts them under the site's key.</param>
    /// <returns>Null when they may not come in any more, or the name has become somebody's.</returns>
    public Task<Registered?> BeginAsync(Vouch vouch, Secret? passphrase, CancellationToken cancellation) => arrivals.BeginAsync(vouch.Name, options.Backend, options.Admit, passphrase, vouch.Subject, cancellation);

    private string Host => options.VouchedBy ?? "";

    private Vouched Known(UserAccount user)
    {
        if (user.Backend == options.Backend) return new Vouched.Known(user);
        Log.NameOfAnother(log, Host);
        return new Vouched.NotAdmitted();
    }
}
