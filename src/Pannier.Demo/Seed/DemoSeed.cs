using Pannier.Demo.Seed.Kinds;
using Pannier.Demo.Seed.Talks;

namespace Pannier.Demo.Seed;

/// <summary>
/// The mail the demo provider starts with: two years of one person's life in three accounts, all of our own making.
/// Texts are in <c>texts</c>; <c>Talks</c> plays conversations, <c>Kinds</c> makes what programs send, <c>Files</c> what is attached.
/// </summary>
public static class DemoSeed
{
    /// <summary>Three accounts of the same owner: personal, work, and a society's.</summary>
    public static IReadOnlyList<DemoPerson> Accounts { get; } =
    [
        .. People.Owner.Select(owner => new DemoPerson(owner.Address, owner.Name, $"demo-{owner.Key}-{Mixer.Hex(owner.Address)[..6]}")),
    ];

    /// <summary>Everybody else whom the mail is from or to: they can be answered.</summary>
    public static IReadOnlySet<string> Others { get; } =
        People.All.Values.Concat(People.Senders.Values).Where(person => !People.IsOwner(person)).Select(person => person.Address).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Mailboxes beyond INBOX, Archive, Drafts, Sent, Junk and Trash.</summary>
    public static IReadOnlyList<SeedMailbox> Mailboxes { get; } =
    [
        .. from line in Texts.Lines("mailboxes.txt")
           let field = line.Split('|')
           select new SeedMailbox(People.All[field[0]].Address, field[1]),
    ];

    /// <summary>Some 2,000 messages, oldest first by <see cref="SeedMessage.ReceivedAt"/>.</summary>
    /// <param name="now">The newest message is minutes older. The same moment gives the same bytes; another moment the same messages with other dates.</param>
    public static IEnumerable<SeedMessage> Messages(DateTimeOffset now)
    {
        var clock = new SeedClock(now);
        IEnumerable<SeedMessage>[] kinds =
        [
            AllTalks.Messages(clock), Newsletters.Messages(clock), Orders.Messages(clock), Notices.Messages(clock), CodeReviews.Messages(clock),
            Digests.Messages(clock), Invitations.Messages(clock), JunkMail.Messages(clock), Drafts.Messages(clock),
            FullOfFiles.Messages(clock), Trips.Messages(clock),
        ];
        return Unread.Mark([.. kinds.SelectMany(kind => kind).OrderBy(message => message.ReceivedAt)]);
    }

    /// <summary>One newsletter more, whose pictures are on the provider's own web server.</summary>
    /// <param name="now">As for <see cref="Messages"/>.</param>
    /// <param name="picturePort"><see cref="DemoProvider.PicturePort"/>.</param>
    public static SeedMessage Postcards(DateTimeOffset now, int picturePort) => Kinds.Postcards.Message(new SeedClock(now), picturePort);
}
