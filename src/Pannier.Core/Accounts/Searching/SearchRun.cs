using System.Collections.Immutable;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror;
using Pannier.Mail.Mirror.Matching;

namespace Pannier.Core.Accounts.Searching;

/// <summary>One search of the servers, for what is not known here: all accounts at once, mailbox after mailbox, told as it is found.</summary>
/// <remarks>Thread-safe. It outlives the request that began it and ends with its answer, its time, or when nobody wants it any more.</remarks>
internal sealed class SearchRun(Query query, PersonMirror mirror, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(20);
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _end = new();
    private Task _running = Task.CompletedTask;
    private ImmutableDictionary<AccountId, AccountSearch> _accounts = ImmutableDictionary<AccountId, AccountSearch>.Empty;
    private TaskCompletionSource _next = NextSource();
    private int _step;

    /// <summary>When somebody last asked how far it is.</summary>
    public DateTimeOffset AskedAt { get; private set; } = clock.GetUtcNow();

    public Finds Finds { get; private set; } = Finds.None;

    public SearchProgress Progress
    {
        get
        {
            lock (_lock) return new SearchProgress(_step, [.. _accounts.Values]);
        }
    }

    /// <summary>Begins; once.</summary>
    public void Start(IReadOnlyList<OpenAccount> accounts)
    {
        lock (_lock) _accounts = accounts.ToImmutableDictionary(account => account.Id, account => new AccountSearch(account.Id, SearchStage.Waiting, SearchRules.Imap, 0, 0, null, 0));
        _running = Task.WhenAll(accounts.Select(account => Task.Run(() => InAccountAsync(account), CancellationToken.None)));
    }

    /// <summary>Waits for an answer after this step; ends at once when none will come.</summary>
    public async Task NextAsync(int step, CancellationToken cancellation)
    {
        AskedAt = clock.GetUtcNow();
        Task next;
        lock (_lock) next = _step > step || _running.IsCompleted ? Task.CompletedTask : _next.Task;
        await next.WaitAsync(cancellation);
    }

    /// <summary>Asks no further; what was found stays.</summary>
    public async Task StopAsync()
    {
        await _end.CancelAsync();
        await _running;
    }

    public void Dispose() => _end.Dispose();

    private static TaskCompletionSource NextSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task InAccountAsync(OpenAccount account)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
        using var timer = clock.CreateTimer(_ => limit.Cancel(), null, Budget, Timeout.InfiniteTimeSpan);
        try
        {
            var mailboxes = query.MailboxesOf(await account.Directory.GetAsync(account.Store, limit.Token)).OrderBy(mailbox => mailbox.Role == MailboxRole.Inbox ? 0 : 1).ToList();
            Tell(account.Id, state => state with { Stage = SearchStage.Asking, Of = mailboxes.Count }, finds => finds);
            foreach (var mailbox in mailboxes) await InMailboxAsync(account, mailbox, limit.Token);
            Tell(account.Id, state => state with { Stage = SearchStage.Done }, finds => finds);
        }
        catch (MailFault fault)
        {
            Tell(account.Id, state => state with { Stage = SearchStage.Failed, Fault = fault }, finds => finds);
        }
        catch (OperationCanceledException)
        {
            Tell(account.Id, state => _end.IsCancellationRequested ? state with { Stage = SearchStage.Stopped } : state with { Stage = SearchStage.Failed, Fault = new MailFault(MailFaultKind.TimedOut) }, finds => finds);
        }
    }

    private async Task InMailboxAsync(OpenAccount account, Mailbox mailbox, CancellationToken cancellation)
    {
        try
        {
            var look = await account.Store.UseAsync(
                (connection, token) => MailboxSearch.AtAsync(connection, mailbox, query.Match, mirror.Current.Accounts.GetValueOrDefault(account.Id)?.Images.GetValueOrDefault(mailbox.Id), token), cancellation);
            Tell(
                account.Id,
                state => state with { Done = state.Done + 1, Rules = look.Rules, Unread = state.Unread + look.Unread },
                finds => look.Words.Aggregate(finds, (all, found) => all.With(mailbox.Id, found.Key, found.Value)) with { Loose = finds.Loose.AddRange(look.Loose) });
        }
        catch (MailFault fault) when (fault.Kind is MailFaultKind.NotFound or MailFaultKind.UidValidityChanged)
        {
            Tell(account.Id, state => state with { Done = state.Done + 1 }, finds => finds); // deleted or made anew meanwhile
        }
    }

    private void Tell(AccountId account, Func<AccountSearch, AccountSearch> change, Func<Finds, Finds> find)
    {
        lock (_lock)
        {
            _accounts = _accounts.SetItem(account, change(_accounts[account]));
            Finds = find(Finds);
            _step++;
            _next.TrySetResult();
            _next = NextSource();
        }
    }
}
