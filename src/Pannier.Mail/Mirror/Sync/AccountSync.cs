using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Pannier.Mail.Lists;

namespace Pannier.Mail.Mirror.Sync;

/// <summary>
/// Keeps one account's part of the mirror true while its person is here: the newest page of each mailbox first, then older mail
/// newest first, then what changes. One worker does everything in turn, in pieces of some 200 ms; one watcher listens at the INBOX
/// and only rings: what it hears is looked at, never applied.
/// </summary>
public sealed partial class AccountSync(AccountId account, PersonMirror mirror, IMailStore store, MailboxDirectory directory, SyncTurns turns, TimeProvider clock, ILogger log) : IAsyncDisposable
{
    private static readonly TimeSpan ListEvery = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan SoonAgain = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AuditEvery = TimeSpan.FromHours(24);
    private static readonly TimeSpan AfterBug = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _end = new();
    private readonly SyncRequests _requests = new();
    private readonly Dictionary<MailboxId, IReadOnlyList<Uid>> _below = [];
    private readonly Dictionary<MailboxId, MailboxState> _seen = [];
    private readonly HashSet<MailboxId> _stale = [];
    private readonly Setbacks _setbacks = new();
    private readonly ConcurrentDictionary<MailboxId, MailFault> _closed = new();
    private DateTimeOffset _listed = DateTimeOffset.MinValue;
    private int _failures; // since it last answered
    private bool _answers = true;
    private Task _running = Task.CompletedTask;

    internal SyncPieces Pieces { get; init; } = SyncPieces.Usual;

    private MailboxLook Looks => new(mirror.Links, Pieces, clock);

    private AccountImage Image => mirror.Current.Accounts.GetValueOrDefault(account) ?? AccountImage.Empty(account, InCombinedViews.Shown);

    /// <summary>Begins; once.</summary>
    /// <param name="firstAsync">What comes before all else: reading back what was kept.</param>
    public void Start(Func<CancellationToken, Task> firstAsync) => _running = Task.WhenAll(WorkAsync(firstAsync), WatchAsync());

    /// <summary>Asks for a look at a mailbox.</summary>
    /// <returns>Ends when a look that began after this has ended, well or not, or never when the sync has ended: wait with a limit.</returns>
    public Task LookAsync(MailboxId mailbox) => _requests.Look(mailbox);

    /// <summary>Asks for the mailboxes to be listed and looked at again, even while the store rests after failures.</summary>
    public void LookNow()
    {
        store.TryNow();
        _requests.List();
    }

    /// <summary>Why a mailbox could not be looked at, though the account answers; null when it could.</summary>
    public MailFault? ClosedBy(MailboxId mailbox) => _closed.GetValueOrDefault(mailbox);

    /// <summary>Asks for previews of rows that are shown without.</summary>
    public void Preview(MailboxId mailbox, IEnumerable<Uid> uids) => _requests.Previews(mailbox, uids);

    [SuppressMessage("Performance", "CA1849", Justification = "Who waits goes on where they wait; CancelAsync would take it to the pool, where nothing can be replayed.")]
    public async ValueTask DisposeAsync()
    {
        if (_end.IsCancellationRequested) return;
        _end.Cancel();
        await _running;
        _end.Dispose();
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever breaks when all is being closed is no news.")]
    private async Task WorkAsync(Func<CancellationToken, Task> firstAsync)
    {
        try
        {
            await Task.Yield();
            await firstAsync(_end.Token);
            while (true)
            {
                var due = await TryStepAsync(_end.Token);
                if (due > TimeSpan.Zero) await SleepAsync(due, _end.Token);
            }
        }
        catch (Exception) when (_end.IsCancellationRequested)
        {
            // The person left, and much of what this works with before it.
        }
    }

    /// <returns>How long there is nothing to do unless somebody asks.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "The border of work that nobody waits for: a bug with one account must not end the others.")]
    private async Task<TimeSpan> TryStepAsync(CancellationToken cancellation)
    {
        var (looks, previews, wantsList) = _requests.Take();
        try
        {
            var due = await StepAsync(looks, previews, wantsList, cancellation);
            if (!_answers) return due;
            if (_failures > 0) Log.Recovered(log);
            _failures = 0;
            return due;
        }
        catch (MailFault fault)
        {
            // A server that answered since the last failure has trouble with one mailbox; one that did not is compared anew once it does.
            if (!_answers) _listed = DateTimeOffset.MinValue;
            _failures = _answers ? 1 : _failures + 1;
            _answers = false;
            _stale.UnionWith(looks.Keys); // who asked has their look with the next step
            Log.Failed(log, fault.Kind);
            await mirror.StandsAsync(account, SyncStage.Failing, fault, cancellation);
            return fault.BackOff ?? TimeSpan.FromSeconds(Math.Min(300, 2 << Math.Min(_failures, 8)));
        }
        catch (Exception bug) when (!cancellation.IsCancellationRequested)
        {
            Log.Broke(log, bug);
            _answers = false;
            await mirror.StandsAsync(account, SyncStage.Failing, new MailFault(MailFaultKind.Protocol), cancellation);
            return AfterBug;
        }
        finally
        {
            foreach (var look in looks.Values) look.TrySetResult();
        }
    }

    private async Task<TimeSpan> StepAsync(IReadOnlyDictionary<MailboxId, TaskCompletionSource> looks, IReadOnlyDictionary<MailboxId, HashSet<Uid>> previews, bool wantsList, CancellationToken cancellation)
    {
        // 1. The mailboxes, now and then; those whose state is another are looked at.
        if (wantsList || clock.GetUtcNow() - _listed >= ListEvery) await ListAsync(cancellation);

        // 2. What somebody waits for. Where it failed again and again it comes last, so that asking for it keeps nothing else from being read.
        var asked = Selectable().Where(mailbox => looks.ContainsKey(mailbox.Id)).ToLookup(mailbox => _setbacks.At(mailbox.Id, SyncWork.Look).IsDoubtful);
        foreach (var mailbox in asked[false]) await LookAsync(mailbox, FlagTrust.Believe, cancellation);
        foreach (var (mailbox, look) in looks)
            if (asked[true].All(one => one.Id != mailbox)) look.TrySetResult(); // who waits needs nothing of what follows
        foreach (var (mailbox, uids) in previews.Where(one => !_setbacks.At(one.Key, SyncWork.Preview).IsDoubtful)) await PreviewAsync(mailbox, uids, cancellation);

        // 3. A piece of the rest.
        var due = await PieceAsync(cancellation);
        foreach (var mailbox in asked[true]) await LookAsync(mailbox, FlagTrust.Believe, cancellation);
        return due;
    }

    private async Task<TimeSpan> PieceAsync(CancellationToken cancellation)
    {
        var standing = Standing();
        var next = NextPiece.Of(standing);
        if (next is { Work: SyncWork.Look })
        {
            await LookAsync(MailboxOf(next), FlagTrust.Believe, cancellation);
            await mirror.StandsAsync(account, SyncStage.Filling, null, cancellation);
            return TimeSpan.Zero;
        }

        if (_answers) await mirror.StandsAsync(account, NextPiece.IsCurrent(standing) ? SyncStage.Current : SyncStage.Filling, null, cancellation);
        return next is null ? ListEvery - (clock.GetUtcNow() - _listed) : await InTurnAsync(next, cancellation);
    }

    /// <summary>Reads a piece of what nobody waits for, in its turn; whoever asks for something meanwhile goes first.</summary>
    private async Task<TimeSpan> InTurnAsync(NextPiece next, CancellationToken cancellation)
    {
        if (!await turns.TakeAsync(_requests.Asked, cancellation)) return TimeSpan.Zero;
        try
        {
            if (next.Work is SyncWork.Preview or SyncWork.Structure) return await DeepenAsync(next, cancellation);
            await (next.Work == SyncWork.Fill ? FillAsync(MailboxOf(next), cancellation) : LookAsync(MailboxOf(next), FlagTrust.Audit, cancellation));
            return TimeSpan.Zero;
        }
        finally
        {
            turns.GiveBack();
        }
    }

    private Mailbox MailboxOf(NextPiece next) => Selectable().First(mailbox => mailbox.Id == next.Mailbox); // it was just chosen among them

    private IReadOnlyList<MailboxStanding> Standing()
    {
        var now = clock.GetUtcNow();
        return [.. Selectable().Select(mailbox => ImageOf(mailbox.Id)).Select(image => new MailboxStanding(
            image.Mailbox, image.Point, _stale.Contains(image.Mailbox), _closed.ContainsKey(image.Mailbox), image.Point.ComparedAt is not { } at || now - at >= AuditEvery,
            () => Bare(image).Count > 0, () => Open(image).Count > 0, work => _setbacks.At(image.Mailbox, work)))];
    }

    private async Task ListAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        _listed = DateTimeOffset.MinValue; // one that fails is due again
        var mailboxes = await directory.RefreshAsync(store, cancellation);
        _answers = true;
        await mirror.ListedAsync(account, mailboxes, cancellation);
        _stale.UnionWith(mailboxes.Where(mailbox => mailbox.State is null || _closed.ContainsKey(mailbox.Id) || mailbox.State != _seen.GetValueOrDefault(mailbox.Id)).Select(mailbox => mailbox.Id));
        _listed = now;
        Forget(mailboxes.Select(mailbox => mailbox.Id).ToHashSet());
    }

    /// <summary>Lets go of what was known of mailboxes that are no more; what failed has another try.</summary>
    private void Forget(HashSet<MailboxId> there)
    {
        _stale.IntersectWith(there);
        _setbacks.TryAgain(there);
        foreach (var gone in _seen.Keys.Concat(_below.Keys).Concat(_closed.Keys).Concat(_former.Keys).Where(mailbox => !there.Contains(mailbox)).ToList())
        {
            _seen.Remove(gone);
            _below.Remove(gone);
            _closed.TryRemove(gone, out _);
            _former.Remove(gone);
        }
    }

    /// <summary>Does a piece of work with a mailbox, and remembers whether it could be done.</summary>
    private async Task<bool> WorkAtAsync(MailboxId mailbox, SyncWork work, Func<Task> doAsync)
    {
        try
        {
            await doAsync();
            _answers = true;
            _setbacks.Worked(mailbox, work);
            return true;
        }
        catch (MailFault fault)
        {
            _setbacks.Failed(mailbox, work);
            if (!IsOfMailbox(fault)) throw;
            _answers = true;
            return false;
        }
    }

    /// <summary>Whether a fault is of one mailbox alone: deleted, closed to us, or made anew.</summary>
    private static bool IsOfMailbox(MailFault fault) => fault.Kind is MailFaultKind.NotFound or MailFaultKind.Refused or MailFaultKind.UidValidityChanged;

    private Task LookAsync(Mailbox mailbox, FlagTrust trust, CancellationToken cancellation) => WorkAtAsync(mailbox.Id, trust == FlagTrust.Audit ? SyncWork.Audit : SyncWork.Look, async () =>
    {
        try
        {
            var result = await store.UseAsync(
                (connection, token) => Looks.AtAsync(connection, mailbox.Name, ImageOf(mailbox.Id), _below.GetValueOrDefault(mailbox.Id), trust, token), cancellation);
            if (result.Delta is { } delta) await TakeInAsync(delta, cancellation);
            if (result.Below is { } below) _below[mailbox.Id] = below;
            _seen[mailbox.Id] = result.State;
            _closed.TryRemove(mailbox.Id, out _);
            _stale.Remove(mailbox.Id);
        }
        catch (MailFault fault) when (IsOfMailbox(fault))
        {
            // A listing tells soon what became of it; what is held stays, and nothing held is said to be all.
            if (!_closed.ContainsKey(mailbox.Id)) _listed = new[] { _listed, clock.GetUtcNow() - ListEvery + SoonAgain }.Min();
            _closed[mailbox.Id] = fault;
            _stale.Remove(mailbox.Id);
            if (ImageOf(mailbox.Id).Point.HeldFrom is null) await mirror.ApplyAsync(account, new MailboxDelta(mailbox.Id, SyncPoint.None with { HeldFrom = new Uid(1) }), cancellation);
        }
    });

    /// <summary>Reads the next older messages.</summary>
    private async Task FillAsync(Mailbox mailbox, CancellationToken cancellation)
    {
        var image = ImageOf(mailbox.Id);
        if (!_below.TryGetValue(mailbox.Id, out var below))
        {
            await WorkAtAsync(mailbox.Id, SyncWork.Fill, () => LookAsync(mailbox, FlagTrust.Believe, cancellation)); // learns which they are
            return;
        }

        var left = below.SkipLast(Pieces.Rows).ToList();
        IReadOnlyList<Uid> batch = [.. below.Skip(left.Count)];
        var place = new MailboxRef(mailbox.Name, image.Point.UidValidity);
        var isRead = await WorkAtAsync(mailbox.Id, SyncWork.Fill, async () =>
        {
            var rows = await store.UseAsync((connection, token) => connection.RowsAsync(place, batch, Previews.Headers, token), cancellation);
            var point = image.Point with { HeldFrom = left.Count == 0 ? new Uid(1) : batch[0] };
            await TakeInAsync(new MailboxDelta(mailbox.Id, point) { Added = Looks.Fetched(rows, place, image) }, cancellation);
            _below[mailbox.Id] = left;
        });
        if (!isRead) await LookAsync(mailbox, FlagTrust.Believe, cancellation);
    }

    private IEnumerable<Mailbox> Selectable() => Image.Mailboxes.Where(mailbox => mailbox.Selectable).OrderBy(mailbox => Turn(mailbox.Role));

    private MailboxImage ImageOf(MailboxId mailbox) => Image.Told.GetValueOrDefault(mailbox) ?? MailboxImage.Empty(account, mailbox);

    /// <summary>What people look at first is read first.</summary>
    private static int Turn(MailboxRole role) => role switch
    {
        MailboxRole.Inbox => 0,
        MailboxRole.All or MailboxRole.Drafts or MailboxRole.Sent => 1, // combined views read \All instead of the rest
        MailboxRole.None or MailboxRole.Archive or MailboxRole.Flagged => 2,
        _ => 3,
    };

    private async Task SleepAsync(TimeSpan atMost, CancellationToken cancellation)
    {
        var asked = _requests.Asked;
        await using var timer = clock.CreateTimer(_ => _requests.Wake(), null, atMost, Timeout.InfiniteTimeSpan);
        await using var end = cancellation.Register(_requests.Wake);
        await asked;
        cancellation.ThrowIfCancellationRequested();
    }
}
