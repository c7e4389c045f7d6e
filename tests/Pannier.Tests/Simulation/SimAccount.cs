using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Pannier.Core.Accounts.Intents;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror;
using Pannier.Mail.Mirror.Sync;

namespace Pannier.Tests.Simulation;

/// <summary>One account of a simulated person: its server, and what goes on about it here.</summary>
/// <param name="pieces">Small ones, so that mailboxes of a few messages are read in many.</param>
internal sealed class SimAccount(AccountId id, SimServer server, SyncPieces pieces, int ceiling, TimeSpan rest, Troubles troubles)
{
    private readonly Dictionary<(string Mailbox, uint Validity, uint Uid), string> _ever = [];
    private IReadOnlyList<KnownMailbox> _known = [];
    private MailboxDirectory? _directory;
    private IMailStore? _store;

    public AccountId Id { get; } = id;

    public SimServer Server { get; } = server;

    public AccountSync? Sync { get; private set; }

    public IntentQueue? Intents { get; private set; }

    /// <summary>Looks asked for, and how far the mailbox was when they were.</summary>
    public List<(MailboxId Mailbox, uint Validity, ulong ModSeq, Task Look)> Asked { get; } = [];

    public SyncPieces Pieces => pieces;

    public async Task StartAsync(PersonMirror mirror, SyncTurns turns, FakeTimeProvider clock, Func<AccountId, Task> readBackAsync)
    {
        var store = _store = Server.Open(clock, ceiling, rest);
        _directory = new MailboxDirectory(Id, _known, (known, _) =>
        {
            _known = known;
            return Task.CompletedTask;
        });
        await mirror.JoinAsync(Id, InCombinedViews.Shown, CancellationToken.None);
        var sync = new AccountSync(Id, mirror, store, _directory, turns, clock, NullLogger<AccountSync>.Instance) { Pieces = pieces };
        Sync = sync;
        Asked.Clear();
        Intents = new IntentQueue(new OpenAccount(Id, store, _directory, InCombinedViews.Shown), mirror, null, troubles, sync.LookAsync, clock, NullLogger<IntentQueue>.Instance);
        await Intents.StartAsync([], CancellationToken.None);
        sync.Start(_ => readBackAsync(Id));
    }

    /// <summary>The person looks at a mailbox.</summary>
    public void Look(Mailbox mailbox)
    {
        var look = Sync!.LookAsync(mailbox.Id); // it was started before anybody looks
        if (Server.Boxes.GetValueOrDefault(mailbox.Name.Value) is { } box) Asked.Add((mailbox.Id, box.Validity, box.ModSeq, look));
    }

    [SuppressMessage("Reliability", "CA2007", Justification = "All of it is on this thread.")]
    public async Task EndAsync()
    {
        await Task.WhenAll(Sync!.DisposeAsync().AsTask(), Intents!.DisposeAsync().AsTask()); // both were started
        await _store!.DisposeAsync();
    }

    /// <summary>Remembers where messages are.</summary>
    public void Note()
    {
        foreach (var box in Server.Boxes.Values)
            foreach (var (uid, message) in box.Messages) _ever[Place(box.Name, box.Validity, uid)] = message.Name;
    }

    /// <summary>The message that was in a place at any time: nothing else may ever be shown there.</summary>
    public string? Ever(string mailbox, uint validity, uint uid) => _ever.GetValueOrDefault(Place(mailbox, validity, uid));

    /// <summary>Numbers alone tell it where a session goes on with a mailbox that has another name by now.</summary>
    private (string, uint, uint) Place(string mailbox, uint validity, uint uid) => (Server is WireServer ? "" : mailbox, validity, uid);
}
