using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Pannier.Core.Accounts.Intents;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror;
using Pannier.Mail.Mirror.Intents;
using Pannier.Mail.Mirror.Keeping;
using Pannier.Mail.Mirror.Sync;
using Pannier.Tests.Support;

namespace Pannier.Tests.Simulation;

/// <summary>
/// One schedule: a person with two accounts whose mailboxes have the same names, uids and validities; servers change, lines
/// drop, the person acts, the machine restarts, in an order that the seed decides. In the end the mirror is what the servers hold.
/// </summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2213", Justification = "The keeper and its shelf are of memory alone and belong to lives of the machine that end in the schedule.")]
internal sealed partial class Simulation : IDisposable
{
    private static readonly string[] Names = ["INBOX", "Archive", "Papers"];
    private readonly SimWay _way;
    private readonly Random _random;
    private readonly SimScheduler _scheduler = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly MemoryShelf _shelf = new();
    private readonly Troubles _troubles = new();
    private readonly List<SimAccount> _accounts = [];
    private readonly HashSet<string> _born = [];
    private readonly HashSet<string> _destroyed = [];
    private PersonMirror _mirror = new();
    private MirrorKeeper _keeper;
    private SyncTurns _turns = new(2);
    private int _messages;

    /// <summary>Told by everything that was seen on the way: two runs of a seed have the same.</summary>
    public ulong Trace { get; private set; } = 14_695_981_039_346_656_037;

    public Simulation(int seed, SimWay way = SimWay.Model)
    {
        _way = way;
        _random = new Random(seed);
        for (var i = 0; i < 2; i++)
        {
            var quirks = (SimQuirks)((_random.Next(3) == 0 ? _random.Next(16) : 0) + (16 * _random.Next(4)));
            SimServer server = way == SimWay.Model ? new ModelServer(_scheduler, _random, quirks) { HasTroubles = _random.Next(6) == 0 } : new WireServer(_scheduler, _random, quirks, _clock);
            server.Make("INBOX", MailboxRole.Inbox);
            if (_random.Next(2) == 0) server.Make("Archive", MailboxRole.Archive);
            _accounts.Add(new SimAccount(new AccountId((ulong)i + 1), server, _random.Next(4) == 0 ? SyncPieces.Usual : new SyncPieces(_random.Next(1, 4), _random.Next(1, 4), 2, 1, _random.Next(1, 4)), _random.Next(1, 3), TimeSpan.FromSeconds(_random.Next(3) == 0 ? 5 : 0), _troubles));
        }

        _keeper = new MirrorKeeper(_mirror, _shelf, NullLogger<MirrorKeeper>.Instance);
    }

    /// <summary>Runs the schedule to its end.</summary>
    /// <exception cref="InvalidOperationException">Something did not hold; the message says what.</exception>
    public void Run()
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(_scheduler);
        try
        {
            foreach (var account in _accounts)
                for (var i = _random.Next(5); i > 0; i--) Deliver(account, Any(account));
            Start();
            foreach (var account in _accounts) account.Server.Faults = _random.Next(3);
            for (var steps = _random.Next(10, 60); steps > 0; steps--)
            {
                Step();
                Check();
            }

            Settle();
        }
        finally
        {
            End();
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    public void Dispose()
    {
        _mirror.Dispose();
        _turns.Dispose();
    }

    private void Start()
    {
        Wait(_keeper.BeginAsync(CancellationToken.None));
        foreach (var account in _accounts) Wait(account.StartAsync(_mirror, _turns, _clock, id => _keeper.ReadAsync(id, CancellationToken.None)));
        _scheduler.Drain();
    }

    private void Step()
    {
        var account = _accounts[_random.Next(_accounts.Count)];
        switch (_random.Next(20))
        {
            case < 10:
                for (var acts = _way == SimWay.Model ? 1 : _random.Next(1, 8); acts > 0 && _scheduler.Held.Count > 0; acts--) _scheduler.Let(_random.Next(_scheduler.Held.Count)); // an act is several commands
                break;
            case < 14:
                Change(account);
                break;
            case < 16:
                Act(account);
                break;
            case 16:
                foreach (var mailbox in Image(account)?.Mailboxes ?? []) account.Look(mailbox);
                if (_random.Next(4) == 0) account.Sync!.LookNow();
                foreach (var image in (Image(account)?.Images.Values ?? []).OrderBy(image => image.Count)) account.Sync!.Preview(image.Mailbox, image.Uids().Take(2));
                _scheduler.Drain();
                break;
            case 17:
                Pass(TimeSpan.FromSeconds(_random.Next(1, 90)));
                break;
            case 18:
                Wait(_keeper.WriteAsync(CancellationToken.None));
                break;
            default:
                if (_random.Next(4) == 0) Restart();
                break;
        }
    }

    private void Pass(TimeSpan time)
    {
        _clock.Advance(time);
        _scheduler.Drain();
    }

    private void Restart()
    {
        foreach (var account in _accounts)
        {
            // What is not done is lost with the machine here: the queue's own records are tested elsewhere.
            End(account);
        }

        _mirror.Dispose();
        _mirror = new PersonMirror();
        _keeper = new MirrorKeeper(_mirror, _shelf, NullLogger<MirrorKeeper>.Instance);
        _turns.Dispose();
        _turns = new SyncTurns(2);
        Start();
    }

    private AccountImage? Image(SimAccount account) => _mirror.Current.Accounts.GetValueOrDefault(account.Id);

    private SimBox Any(SimAccount account) => account.Server.Boxes.Values.ElementAt(_random.Next(account.Server.Boxes.Count));

    private void Wait(Task task)
    {
        _scheduler.Drain();
        Hold(task.IsCompleted, "something waits that must not");
        task.GetAwaiter().GetResult();
    }

    private void End()
    {
        foreach (var account in _accounts.Where(account => account.Sync is not null)) End(account);
    }

    /// <summary>Ends what goes on.</summary>
    private void End(SimAccount account)
    {
        account.Server.IsEnding = true;
        var ends = account.EndAsync();
        _scheduler.Drain();
        for (var acts = 0; _scheduler.Held.Count > 0 && acts < 5_000; acts++) _scheduler.Let(0); // the other account goes on, and must not for ever
        Hold(ends.IsCompleted && _scheduler.Held.Count == 0, "it does not end");
        ends.GetAwaiter().GetResult();
        account.Server.IsEnding = false;
    }

    private void Tell(params ReadOnlySpan<int> seen)
    {
        foreach (var one in seen) Trace = (Trace ^ (uint)one) * 1_099_511_628_211;
    }

    private static void Hold(bool holds, string otherwise)
    {
        if (!holds) throw new InvalidOperationException(otherwise);
    }
}
