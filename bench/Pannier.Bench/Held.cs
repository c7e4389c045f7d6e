using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Accounts;
using Pannier.Core.Sessions;
using Pannier.Mail.Mirror;

namespace Pannier.Bench;

/// <summary>What the mirrors of all people who are here hold together.</summary>
/// <param name="Accounts">Opened.</param>
/// <param name="Current">Of those, how many have all headers and are watched.</param>
/// <param name="Settled">Of those opened, how many have all previews and attachment marks too.</param>
internal sealed record Held(int People, int Accounts, int Current, int Settled, long Messages, long Flagged)
{
    public static Held Of(IServiceProvider services)
    {
        var here = services.GetRequiredService<LiveSessions>().OnePerPerson();
        var accounts = here.Select(MailOf).OfType<PersonMail>().SelectMany(person => person.Mirror.Current.Accounts.Values).ToList();
        var images = accounts.SelectMany(account => account.Told.Values).ToList();
        return new Held(here.Count, accounts.Count, accounts.Count(account => account.Stage == SyncStage.Current), accounts.Count(Passes.AreOver), images.Sum(image => (long)image.Count), images.Sum(image => (long)image.Flagged));
    }

    public static Held Read(string text) => text.Split(' ').Select(part => long.Parse(part, CultureInfo.InvariantCulture)).ToArray() is [var people, var accounts, var current, var settled, var messages, var flagged] ? new Held((int)people, (int)accounts, (int)current, (int)settled, messages, flagged) : throw new FormatException(text);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{People} {Accounts} {Current} {Settled} {Messages} {Flagged}");

    /// <summary>Null when they have no mail open.</summary>
    private static PersonMail? MailOf(LiveSession session)
    {
        try
        {
            return session.Person.Attach<PersonMail>(() => throw new InvalidOperationException("nothing is opened here"));
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
