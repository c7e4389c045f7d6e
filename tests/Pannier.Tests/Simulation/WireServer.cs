using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Pannier.Demo;
using Pannier.Demo.Store;
using Pannier.Mail;
using Pannier.Mail.Imap;
using Pannier.Mail.Net;

namespace Pannier.Tests.Simulation;

/// <summary>
/// A server that speaks IMAP: the demo provider's own, over lines in memory to the real store and MailKit. It answers a command
/// when the schedule lets it, so that other clients' changes come between any two, and lines end at any octet.
/// </summary>
internal sealed class WireServer : SimServer
{
    private const string Address = "me@mail.example";

    /// <summary>What a server may lack.</summary>
    private static readonly string[] Optional =
    [
        "UIDPLUS", "MOVE", "ESEARCH", "SPECIAL-USE", "LIST-EXTENDED", "NAMESPACE", "ENABLE", "PREVIEW", "UNSELECT", "ID", "SASL-IR", "AUTH", "LITERAL+",
    ];

    private readonly SimScheduler _scheduler;
    private readonly Random _random;
    private readonly DemoMailStore _store;
    private readonly DemoContext _context;
    private readonly AccountBox _account;
    private readonly HashSet<string> _withheld;
    private readonly Dictionary<string, SimBox> _boxes = new(StringComparer.Ordinal);

    public WireServer(SimScheduler scheduler, Random random, SimQuirks quirks, TimeProvider clock)
        : base(quirks & ~SimQuirks.NoUidNext)
    {
        (_scheduler, _random) = (scheduler, random);
        _withheld = ["STARTTLS", "IDLE", .. random.Next(3) == 0 ? [] : Optional.Where(_ => random.Next(4) == 0)];
        if (quirks.HasFlag(SimQuirks.NoModSeq)) _withheld.Add("CONDSTORE");
        if (!quirks.HasFlag(SimQuirks.TellsVanished)) _withheld.Add("QRESYNC");
        if (quirks.HasFlag(SimQuirks.NoStates) || _withheld.Contains("LIST-EXTENDED")) _withheld.Add("LIST-STATUS");
        var options = new DemoOptions { Accounts = [new DemoAccount(Address, "secret")] };
        _store = new DemoMailStore(options.Accounts, clock);
        _account = _store.Account(Address)!; // just made
        foreach (var usual in _account.Mailboxes.Where(one => one.Name != "INBOX").ToList()) _account.Delete(usual);
        _context = new DemoContext(options, _store, new DemoFaults(_store, _withheld, () => { }) { TellsNewsFirst = random.Next(3) == 0 }, null!, clock); // TLS is not offered
        MostAtOnce = random.Next(3) == 0 ? random.Next(1, 40) : int.MaxValue;
    }

    public override IReadOnlyDictionary<string, SimBox> Boxes => _boxes;

    /// <summary>Octets that come at once.</summary>
    public int MostAtOnce { get; }

    /// <summary>It copies and removes in two commands: after a line lost between them a message may be there twice.</summary>
    public bool MayDouble => _withheld.Contains("MOVE") || _withheld.Contains("UIDPLUS");

    public override string ToString() => $"{base.ToString()} without {string.Join(' ', _withheld)}";

    public override SimBox Make(string name, MailboxRole role)
    {
        _store.CreateMailbox(Address, name, role == MailboxRole.Archive ? "\\Archive" : null);
        return _boxes[name] = new WireBox(_account, _account.Find(name)!); // just made
    }

    public override void Delete(SimBox box)
    {
        _boxes.Remove(box.Name);
        lock (_account.Gate) _account.Delete(((WireBox)box).Mailbox);
    }

    public override void Renumber(SimBox box)
    {
        lock (_account.Gate) _account.Renumber(((WireBox)box).Mailbox);
    }

    public override void Rename(SimBox box, string name)
    {
        _boxes.Remove(box.Name);
        lock (_account.Gate) _account.Rename(((WireBox)box).Mailbox, name);
        _boxes[name] = box;
    }

    public override IMailStore Open(TimeProvider clock, int ceiling, TimeSpan rest)
    {
        var options = new ImapOptions { Connections = ceiling == 1 ? 1 : 4 };
        var server = new ServerAddress(HostName.Read("127.0.0.1")!, Port.Of(143)!, ConnectionSecurity.None); // both are such
        var egress = new Egress(new EgressOptions { Allow = ["127.0.0.1:143"], AllowClearText = ["127.0.0.1"] }, clock) { Dial = (_, _) => Task.FromResult(Dial()) };
        return new ImapStore(
            new ImapLogin(server, Address, Secret.Of("secret")), egress, new ConnectionGovernor(options, clock, NullLogger<ConnectionGovernor>.Instance), options, clock, NullLogger<ImapStore>.Instance)
        {
            Chance = _random.Next,
        };
    }

    /// <summary>What becomes of a command that the schedule lets go on.</summary>
    public WireFate Fate()
    {
        Acts++;
        if (IsEnding) return WireFate.Lost;
        if (_random.Next(40) >= Faults) return WireFate.Answered;
        return (WireFate)_random.Next(1, 6);
    }

    public int Cut(int octets) => _random.Next(octets);

    private Stream Dial() => IsEnding || _random.Next(20) < Faults ? throw new SocketException((int)SocketError.ConnectionRefused) : new WireLine(this, _context, _scheduler);
}
