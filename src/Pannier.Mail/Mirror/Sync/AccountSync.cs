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
    private static readonly TimeSpan WatchAtMost = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Opened = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SoonAgain = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AfterBug = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _end = new();
    private readonly SyncRequests _requests = new();
    private readonly Dictionary<MailboxId, IReadOnlyList<Uid>> _below = [];
    private readonly Dictionary<MailboxId, MailboxState> _seen = [];
    private readonly HashSet<MailboxId> _stale = [];
    private readonly ConcurrentDictionary<MailboxId, MailFault> _closed = new();
    private DateTimeOffset _listed = DateTimeOffset.MinValue;
    private int _failures;
    private Task _running = Task.CompletedTask;

    private AccountImage Image => mirror.Current.Accounts.GetValueOrDefault(account) ?? AccountImage.Empty(account, InCombinedViews.Shown);

    /// <summary>Begins; once.</summary>
    public void Start() => _running = Task.WhenAll(WorkAsync(), WatchAsync());

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

    public async ValueTask DisposeAsync()
    {
        if (_end.IsCancellationRequested) return;
        await _end.CancelAsync();
        await _running;
        _end.Dispose();
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever breaks when all is being closed is no news.")]
    private async Task WorkAsync()
    {
        try
        {
            await Task.Yield();
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
            if (_failures > 0) Log.Recovered(log);
            _failures = 0;
            return due;
        }
        catch (MailFault fault)
        {
            _failures++;
            Log.Failed(log, fault.Kind);
            await mirror.StandsAsync(account, SyncStage.Failing, fault, cancellation);
            return fault.BackOff ?? TimeSpan.FromSeconds(Math.Min(300, 2 << Math.Min(_failures, 8)));
        }
        catch (Exception bug) when (!cancellation.IsCancellationRequested)
        {
            Log.Broke(log, bug);
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
        if (wantsList || clock.GetUtcNow() - _listed >= ListEvery)
        {
            _listed = clock.GetUtcNow();
            await ListAsync(cancellation);
        }

        // 2. What somebody waits for.
        foreach (var mailbox in Selectable().Where(mailbox => looks.ContainsKey(mailbox.Id)).ToList()) await LookAsync(mailbox, cancellation);
        foreach (var look in looks.Values) look.TrySetResult(); // who waits needs nothing of what follows
        foreach (var (mailbox, uids) in previews) await PreviewAsync(mailbox, uids, cancellation);

        // 3. A piece of the rest.
        if (Selectable().FirstOrDefault(mailbox => ImageOf(mailbox.Id).Point.HeldFrom is null || _stale.Contains(mailbox.Id)) is { } first) await LookAsync(first, cancellation);
        else return await FillOrDeepenAsync(cancellation);

        await mirror.StandsAsync(account, SyncStage.Filling, null, cancellation);
        return TimeSpan.Zero;
    }

    /// <summary>Reads a piece of what nobody waits for, in its turn; whoever asks for something meanwhile goes first.</summary>
    private async Task<TimeSpan> FillOrDeepenAsync(CancellationToken cancellation)
    {
        var partial = Selectable().FirstOrDefault(mailbox => !ImageOf(mailbox.Id).Point.Complete);
        await mirror.StandsAsync(account, partial is null ? SyncStage.Current : SyncStage.Filling, null, cancellation);
        if (partial is null && !IsShallow()) return ListEvery - (clock.GetUtcNow() - _listed);

        if (!await turns.TakeAsync(_requests.Asked, cancellation)) return TimeSpan.Zero;
        try
        {
            if (partial is null) return await DeepenAsync(cancellation);

            await FillAsync(partial, cancellation);
            return TimeSpan.Zero;
        }
        finally
        {
            turns.GiveBack();
        }
    }

    private async Task ListAsync(CancellationToken cancellation)
    {
        var mailboxes = await directory.RefreshAsync(store, cancellation);
        await mirror.ListedAsync(account, mailboxes, cancellation);
        _stale.UnionWith(mailboxes.Where(mailbox => mailbox.State is null || mailbox.State != _seen.GetValueOrDefault(mailbox.Id)).Select(mailbox => mailbox.Id));
    }

    private async Task LookAsync(Mailbox mailbox, CancellationToken cancellation)
    {
        _stale.Remove(mailbox.Id);
        try
        {
            var result = await store.UseAsync(
                (connection, token) => MailboxLook.AtAsync(connection, mailbox.Name, ImageOf(mailbox.Id), _below.GetValueOrDefault(mailbox.Id), token), cancellation);
            if (result.Delta is { } delta) await mirror.ApplyAsync(account, delta, cancellation);
            if (result.Below is { } below) _below[mailbox.Id] = below;
            _seen[mailbox.Id] = result.State;
            _closed.TryRemove(mailbox.Id, out _);
        }
        catch (MailFault fault) when (fault.Kind is MailFaultKind.NotFound or MailFaultKind.Refused or MailFaultKind.UidValidityChanged)
        {
            // Deleted, closed to us or made anew meanwhile. A listing tells soon; what is held stays, and nothing held is said to be all.
            _closed[mailbox.Id] = fault;
            if (ImageOf(mailbox.Id).Point.HeldFrom is null) await mirror.ApplyAsync(account, new MailboxDelta(mailbox.Id, SyncPoint.None with { HeldFrom = new Uid(1) }), cancellation);
            _listed = new[] { _listed, clock.GetUtcNow() - ListEvery + SoonAgain }.Min();
        }
    }

    /// <summary>Reads the next older messages.</summary>
    private async Task FillAsync(Mailbox mailbox, CancellationToken cancellation)
    {
        var image = ImageOf(mailbox.Id);
        if (!_below.TryGetValue(mailbox.Id, out var below))
        {
            await LookAsync(mailbox, cancellation); // learns which they are
            return;
        }

        var left = below.SkipLast(MailboxLook.Rows).ToList();
        IReadOnlyList<Uid> batch = [.. below.Skip(left.Count)];
        try
        {
            var rows = await store.UseAsync((connection, token) => connection.RowsAsync(new MailboxRef(mailbox.Name, image.Point.UidValidity), batch, Previews.Headers, token), cancellation);
            var point = image.Point with { HeldFrom = left.Count == 0 ? new Uid(1) : batch[0] };
            await mirror.ApplyAsync(account, new MailboxDelta(mailbox.Id, point) { Added = MailboxLook.Fetched(rows) }, cancellation);
            _below[mailbox.Id] = left;
        }
        catch (MailFault fault) when (fault.Kind is MailFaultKind.NotFound or MailFaultKind.UidValidityChanged)
        {
            await LookAsync(mailbox, cancellation);
        }
    }

    private IEnumerable<Mailbox> Selectable() => Image.Mailboxes.Where(mailbox => mailbox.Selectable).OrderBy(mailbox => Turn(mailbox.Role));

    private MailboxImage ImageOf(MailboxId mailbox) => Image.Images.GetValueOrDefault(mailbox) ?? MailboxImage.Empty(account, mailbox);

    /// <summary>What people look at first is read first.</summary>
    private static int Turn(MailboxRole role) => role switch
    {
        MailboxRole.Inbox => 0,
        MailboxRole.Drafts or MailboxRole.Sent => 1,
        MailboxRole.None or MailboxRole.Archive or MailboxRole.Flagged => 2,
        _ => 3,
    };

    private async Task SleepAsync(TimeSpan atMost, CancellationToken cancellation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(_requests.Asked, Task.Delay(atMost, clock, enough.Token));
        await enough.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Rings for the INBOX. Where there is no line to spare it is looked at now and then instead.</summary>
    private async Task WatchAsync()
    {
        try
        {
            while (true)
            {
                if (Selectable().FirstOrDefault(mailbox => mailbox.Role == MailboxRole.Inbox) is not { } inbox || Image.Stage == SyncStage.Failing)
                {
                    await mirror.NextAsync(mirror.Current.Number, _end.Token);
                    continue;
                }

                var hearing = HearsAsync(inbox, _end.Token);
                if (await Task.WhenAny(hearing, Task.Delay(Opened, clock, _end.Token)) != hearing) _ = _requests.Look(inbox.Id); // what came while the line was opened
                if (!await hearing) await Task.Delay(PollEvery, clock, _end.Token);
                _ = _requests.Look(inbox.Id);
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The person left.
        }
    }

    private async Task<bool> HearsAsync(Mailbox inbox, CancellationToken cancellation)
    {
        try
        {
            return store.Health.Ceiling > 1 && await store.WatchAsync(inbox.Name, WatchAtMost, cancellation);
        }
        catch (MailFault)
        {
            return false; // the worker meets it too, and tells of it
        }
    }
}
