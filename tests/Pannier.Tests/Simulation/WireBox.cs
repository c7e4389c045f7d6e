using System.Text;
using Pannier.Demo.Store;
using Pannier.Mail;

namespace Pannier.Tests.Simulation;

/// <summary>A mailbox of the demo provider as the simulation sees it.</summary>
internal sealed class WireBox(AccountBox account, DemoMailbox mailbox) : SimBox
{
    private static readonly (Keywords Keyword, string Flag)[] Flags =
    [
        (Keywords.Seen, "\\Seen"), (Keywords.Answered, "\\Answered"), (Keywords.Flagged, "\\Flagged"), (Keywords.Draft, "\\Draft"), (Keywords.Deleted, "\\Deleted"),
    ];

    public DemoMailbox Mailbox => mailbox;

    public override string Name => mailbox.Name;

    public override uint Validity => mailbox.UidValidity;

    public override ulong ModSeq => mailbox.HighestModSeq;

    public override IReadOnlyDictionary<uint, SimMessage> Messages => new SortedDictionary<uint, SimMessage>(mailbox.Held.ToDictionary(message => message.Uid, Read));

    public override uint Add(string message, DateTimeOffset at, Keywords keywords)
    {
        var raw = Encoding.ASCII.GetBytes($"Subject: {message}\r\nMessage-ID: <{message}@mail.example>\r\nFrom: a@mail.example\r\nDate: Thu, 01 Jan 2026 00:00:00 +0000\r\n\r\nThis is {message}.\r\n");
        lock (account.Gate) return mailbox.Add(raw, DemoFlags.Of(Words(keywords)), at).Uid;
    }

    public override void Mark(uint uid, Keywords keywords, bool isTold)
    {
        lock (account.Gate)
        {
            var (message, flags) = (Find(uid), DemoFlags.Of(Words(keywords)));
            if (isTold) mailbox.SetFlags(message, flags, null);
            else message.State = new(flags, message.ModSeq);
        }
    }

    public override void Remove(uint uid)
    {
        lock (account.Gate) mailbox.Expunge([Find(uid)]);
    }

    public override void RunBackwards(ulong to)
    {
        lock (account.Gate)
        {
            mailbox.HighestModSeq = to;
            foreach (var message in mailbox.Held) message.State = message.State with { ModSeq = Math.Min(message.ModSeq, to) };
        }
    }

    private DemoMessage Find(uint uid) => mailbox.Held.First(message => message.Uid == uid);

    private static SimMessage Read(DemoMessage message)
    {
        var name = message.Raw.Span["Subject: ".Length..];
        var keywords = Flags.Where(one => message.Flags.Has(one.Flag)).Aggregate(Keywords.None, (all, one) => all | one.Keyword);
        return new SimMessage(Encoding.ASCII.GetString(name[..name.IndexOf((byte)'\r')]), message.InternalDate, keywords, message.ModSeq);
    }

    private static IEnumerable<string> Words(Keywords keywords) => Flags.Where(one => keywords.HasFlag(one.Keyword)).Select(one => one.Flag);
}
