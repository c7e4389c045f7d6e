using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Pannier.Core.Crypto;
using Pannier.Core.Records;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror;
using Pannier.Mail.Mirror.Intents;

namespace Pannier.Core.Accounts.Intents;

/// <summary>What a person did in one account and its server is still to do: in order, one after the other, again after a dropped line.</summary>
/// <param name="kept">Null to keep them in memory alone.</param>
/// <param name="lookAsync">Asks for a look at a mailbox; ends when one that began after has ended, well or not.</param>
internal sealed class IntentQueue(OpenAccount account, PersonMirror mirror, IMyRecords<KeptIntent>? kept, Troubles troubles, Func<MailboxId, Task> lookAsync, TimeProvider clock, ILogger<IntentQueue> log) : IAsyncDisposable
{
    private const int Remembered = 50;
    private const int MostRenumberings = 3;
    private const int MostWaits = 60; // five minutes
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _end = new();
    private readonly SemaphoreSlim _adding = new(1);
    private readonly Lock _lock = new();
    private readonly List<OpenIntent> _open = [];
    private readonly List<OpenIntent> _done = [];
    private readonly Bell _changed = new();
    private Task _running = Task.CompletedTask;

    /// <summary>How many wait.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _open.Count;
        }
    }

    /// <summary>Takes up what was left of an earlier visit, and begins.</summary>
    public async Task StartAsync(IReadOnlyList<Intent> left, CancellationToken cancellation)
    {
        foreach (var intent in left)
        {
            await mirror.IntendAsync(intent, cancellation);
            _open.Add(new OpenIntent(intent) { IsBegun = true });
        }

        _running = RunAsync();
    }

    /// <summary>Takes in an intent: kept first, then seen, then carried out.</summary>
    public async Task AddAsync(Intent intent, CancellationToken cancellation)
    {
        await _adding.WaitAsync(cancellation);
        try
        {
            if (kept is not null) await kept.PutAsync(intent.Id.ToString(), KeptIntent.Of(intent), cancellation);
            await mirror.IntendAsync(intent, CancellationToken.None);
            lock (_lock)
            {
                _open.Add(new OpenIntent(intent));
                _changed.Ring();
            }
        }
        finally
        {
            _adding.Release();
        }
    }

    /// <summary>Takes an intent back that no server was asked for yet.</summary>
    /// <returns>False when it is too late for that.</returns>
    public async Task<bool> TryCancelAsync(IntentId id)
    {
        OpenIntent? open;
        lock (_lock)
        {
            open = _open.Find(one => one.Intent.Id == id && !one.IsBegun);
            if (open is null) return false;
            _open.Remove(open);
            _changed.Ring();
        }

        await mirror.SettleAsync(open.Intent, _ => null, CancellationToken.None);
        await ForgetAsync(open.Intent);
        return true;
    }

    /// <summary>What came of an intent, once that is known; null when nobody remembers it.</summary>
    public Task<IReadOnlyList<ActResult>>? Outcome(IntentId id)
    {
        lock (_lock) return (_open.Find(one => one.Intent.Id == id) ?? _done.Find(one => one.Intent.Id == id))?.Done.Task;
    }

    /// <summary>Ends when nothing waits.</summary>
    public async Task DrainAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var place = _changed.Place();
            if (Count == 0) return;
            await _changed.WaitAsync(place, cancellation);
        }
    }

    [SuppressMessage("Performance", "CA1849", Justification = "Who waits goes on where they wait; CancelAsync would take it to the pool, where nothing can be replayed.")]
    public async ValueTask DisposeAsync()
    {
        if (_end.IsCancellationRequested) return;
        _end.Cancel();
        await _running;
        _end.Dispose();
        _adding.Dispose();
    }

    [SuppressMessage("Design", "CA1031", Justification = "The border of work that nobody waits for: a bug with one intent must not stop those after it.")]
    private async Task RunAsync()
    {
        var (failures, renumberings) = (0, 0);
        while (!_end.IsCancellationRequested)
        {
            OpenIntent? next;
            var place = _changed.Place();
            lock (_lock) next = _open.FirstOrDefault();
            try
            {
                if (next is null)
                {
                    await _changed.WaitAsync(place, _end.Token);
                    continue;
                }

                if (await RenumberAsync(next) is { } wait)
                {
                    await Task.Delay(wait, clock, _end.Token);
                    continue;
                }

                var results = next.Intent.Uids.Count == 0 ? [] : await CarryOut.TryAsync(account, next, _end.Token);
                if (results.Any(result => result.Fault?.Kind == MailFaultKind.UidValidityChanged) && renumberings++ < MostRenumberings)
                {
                    await LookedAsync(next.Intent.Mailbox); // the mirror learns of it, and then the intent
                    continue;
                }

                if (CarryOut.Passing(results) is { } fault)
                {
                    failures++;
                    Log.Waits(log, fault.Kind);
                    var pause = fault.BackOff ?? TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, Math.Min(failures, 8)) / 2));
                    await Task.Delay(pause, clock, _end.Token);
                    continue;
                }

                failures = renumberings = 0;
                await SettleAsync(next, results);
            }
            catch (OperationCanceledException) when (_end.IsCancellationRequested)
            {
                return;
            }
            catch (Exception bug) when (!_end.IsCancellationRequested)
            {
                Log.Broke(log, bug);
                if (next is not null) await SettleAsync(next, [.. next.Intent.Keys.Select(key => new ActResult(key, ActFailure.Server, new MailFault(MailFaultKind.Protocol), null))]);
            }
        }
    }

    /// <summary>Waits for a look at a mailbox, or until the person leaves: one that is asked for then never ends.</summary>
    private async Task LookedAsync(MailboxId mailbox)
    {
        var looked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var end = _end.Token.Register(() => looked.TrySetCanceled());
        _ = LookAsync();
        await looked.Task;

        async Task LookAsync()
        {
            await lookAsync(mailbox);
            looked.TrySetResult();
        }
    }

    /// <summary>Ends an intent: what was done is taken in; what was not is seen as before, and told.</summary>
    private async Task SettleAsync(OpenIntent open, IReadOnlyList<ActResult> results)
    {
        var intent = open.Intent;
        var told = open.AsMeant(results);
        foreach (var group in told.Where(result => result.Failure is not null && !(result.Failure == ActFailure.Gone && intent.Action is MailAction.Mark)).GroupBy(result => result.Failure!.Value))
            troubles.Add(new ActTrouble(intent.Action, intent.Account, intent.Mailbox, group.Count(), group.Key, group.First().Fault));

        // A message that went is gone, whatever else happens. Which flags one has now only the server knows: others may have
        // changed them since, so the mark is seen until a look that began after it has told.
        var done = results.Where(result => result.Failure is null).Select(result => result.Key.Uid).ToList();
        if (intent.Action is MailAction.Move) foreach (var result in told) if (result is { Failure: null, Now: { } now }) mirror.Forwards.Add(result.Key, now);
        if (intent.Action is MailAction.Mark) _ = ConfirmAsync(intent);
        else await mirror.SettleAsync(intent, image => image.Point.UidValidity == intent.UidValidity ? MirrorActs.Delta(intent.Action, image, done) : null, CancellationToken.None);
        await ForgetAsync(intent); // before it is off the queue: when nothing waits, nothing is left
        lock (_lock)
        {
            _open.Remove(open);
            _done.Add(open);
            if (_done.Count > Remembered) _done.RemoveAt(0);
            open.Done.TrySetResult(told);
            _changed.Ring();
        }

        if (intent.Action is MailAction.Move move) _ = lookAsync(move.Mailbox);
        if (done.Count < results.Count) _ = lookAsync(intent.Mailbox);
    }

    /// <summary>Gives an intent the numbers its messages have now, if their mailbox was numbered anew.</summary>
    /// <returns>How long to wait until more of that mailbox is read; null to go on.</returns>
    private async Task<TimeSpan?> RenumberAsync(OpenIntent open)
    {
        var renumbered = Renumbered.Of(open.Intent, mirror);
        if (renumbered is Renumbered.NotYet { SoFar: var found } && open.Waits++ >= MostWaits) renumbered = found; // those after it have waited long enough
        switch (renumbered)
        {
            case Renumbered.NotYet:
                return LookAgain;
            case Renumbered.Yes yes:
                lock (_lock) open.Renumber(yes);
                await mirror.RenumberAsync(open.Intent, CancellationToken.None);
                if (kept is not null) await kept.PutAsync(open.Intent.Id.ToString(), KeptIntent.Of(open.Intent), _end.Token);
                return null;
            default:
                return null;
        }
    }

    /// <summary>Ends a mark that was carried out, once the server has told the flags.</summary>
    private async Task ConfirmAsync(Intent intent)
    {
        try
        {
            await lookAsync(intent.Mailbox);
            while (mirror.Current.Accounts.GetValueOrDefault(account.Id) is { Stage: SyncStage.Failing })
            {
                await Task.Delay(LookAgain, clock, _end.Token); // a store that rests answers at once
                await lookAsync(intent.Mailbox);
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            return;
        }

        if (!_end.IsCancellationRequested) await mirror.SettleAsync(intent, _ => null, CancellationToken.None);
    }

    private async Task ForgetAsync(Intent intent)
    {
        if (kept is null) return;
        try
        {
            await kept.RemoveAsync(intent.Id.ToString(), CancellationToken.None);
        }
        catch (VaultLocked)
        {
            // They just left. It is looked up at the next visit, and found done.
        }
    }
}
