using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Pannier.Core.Accounts.Intents;
using Pannier.Core.Accounts.Keeping;
using Pannier.Core.Accounts.Searching;
using Pannier.Core.Sessions;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror;
using Pannier.Mail.Mirror.Intents;
using Pannier.Mail.Mirror.Keeping;
using Pannier.Mail.Mirror.Sync;

namespace Pannier.Core.Accounts;

/// <summary>A person's opened accounts and their mirror while they are here, shared by all their sessions; the last session's end closes them.</summary>
/// <param name="stores">Null to keep nothing beyond the visit.</param>
internal sealed partial class PersonMail(SyncTurns turns, PersonStores? stores, Memory.MirrorsHere? here, TimeProvider clock, ILoggerFactory logs) : IAsyncDisposable, ILeaves
{
    private static readonly TimeSpan MostToDrain = TimeSpan.FromSeconds(8);

    private ImmutableDictionary<AccountId, PersonAccount> _open = ImmutableDictionary<AccountId, PersonAccount>.Empty;
    private ImmutableDictionary<AccountId, AccountSync> _syncs = ImmutableDictionary<AccountId, AccountSync>.Empty;
    private ImmutableDictionary<AccountId, IntentQueue> _intents = ImmutableDictionary<AccountId, IntentQueue>.Empty;
    private readonly SemaphoreSlim _turn = new(1);
    private Keep? _keep;

    /// <summary>All their mail as lists need it, in memory.</summary>
    public PersonMirror Mirror { get; } = new();

    /// <summary>Whether no older mail is read in for now, because memory is short.</summary>
    public bool IsHeld => turns.IsHeld;

    /// <summary>What servers did not let them do, until they have seen it.</summary>
    public Troubles Troubles { get; } = new();

    /// <summary>What they can take back.</summary>
    public Undoable Undoable { get; } = new(clock);

    /// <summary>Searches of the servers that somebody looks at.</summary>
    public Searches Searches { get; } = new(clock);

    public PersonAccount? Opened(AccountId id) => _open.GetValueOrDefault(id);

    /// <summary>What keeps an opened account's part of the mirror true; null when it is not open.</summary>
    public AccountSync? Sync(AccountId id) => _syncs.GetValueOrDefault(id);

    /// <summary>What they did in an opened account and its server is still to do; null when it is not open.</summary>
    public IntentQueue? Intents(AccountId id) => _intents.GetValueOrDefault(id);

    /// <summary>The account as opened with just these settings; opened now, or anew when they were changed.</summary>
    public async Task<PersonAccount> OpenAsync(MyAccount account, Func<CancellationToken, Task<PersonAccount>> openAsync, CancellationToken cancellation)
    {
        if (_open.TryGetValue(account.Id, out var open) && open.Account == account) return open;

        await _turn.WaitAsync(cancellation);
        try
        {
            if (_open.TryGetValue(account.Id, out open))
            {
                if (open.Account == account) return open;
                if (open.Account.Imap == account.Imap && open.Account.Smtp == account.Smtp)
                {
                    open = open with { Account = account };
                    _open = _open.SetItem(account.Id, open);
                    await Mirror.JoinAsync(account.Id, account.Combined, cancellation);
                    return open;
                }

                await CloseInTurnAsync(open);
            }

            if (_keep is null && stores is not null) _keep = await Keep.BeginAsync(new MirrorKeeper(Mirror, stores.OpenShelf(), logs.CreateLogger<MirrorKeeper>()), clock, logs.CreateLogger<Keep>(), cancellation);
            var opened = await openAsync(cancellation);
            var sync = new AccountSync(account.Id, Mirror, opened.Store, opened.Directory, turns, clock, logs.CreateLogger<AccountSync>());
            await Mirror.JoinAsync(account.Id, account.Combined, CancellationToken.None);
            var intents = new IntentQueue(opened.ForLists(), Mirror, stores?.Intents, Troubles, sync.LookAsync, clock, logs.CreateLogger<IntentQueue>());
            await intents.StartAsync(await LeftAsync(account.Id, cancellation), CancellationToken.None);
            (_open, _syncs, _intents) = (_open.SetItem(account.Id, opened), _syncs.SetItem(account.Id, sync), _intents.SetItem(account.Id, intents));
            sync.Start(token => _keep?.ReadAsync(account.Id, token) ?? Task.CompletedTask);
            return opened;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Closes an account, because it was removed or its password is another now.</summary>
    public async Task CloseAsync(AccountId id, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            if (_open.TryGetValue(id, out var open)) await CloseInTurnAsync(open);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Has what they did carried out, as far as servers are quick, and keeps what changed of late while it can be sealed.</summary>
    public async Task LeaveAsync(CancellationToken limit)
    {
        await Task.WhenAny(Task.WhenAll(_intents.Values.Select(queue => queue.DrainAsync(limit))), Task.Delay(MostToDrain, clock, limit));
        foreach (var open in _open.Values)
            if (open.Tokens is { } tokens) await tokens.DisposeAsync(); // a token that is being refreshed can only be kept while the keys are there
        if (_keep is not null) await _keep.LeaveAsync(limit);
    }

    public async ValueTask DisposeAsync()
    {
        here?.Remove(this);
        await Searches.DisposeAsync();
        foreach (var queue in _intents.Values) await queue.DisposeAsync();
        foreach (var sync in _syncs.Values) await sync.DisposeAsync();
        foreach (var open in _open.Values)
        {
            await open.Store.DisposeAsync();
            if (open.Tokens is { } tokens) await tokens.DisposeAsync();
        }

        if (_keep is not null) await _keep.DisposeAsync();
        Mirror.Dispose();
        _turn.Dispose();
    }

    /// <summary>Forgets what was to be done in an account that is no more.</summary>
    public async Task ForgetIntentsAsync(AccountId account, CancellationToken cancellation)
    {
        if (stores is null) return;
        foreach (var intent in await LeftAsync(account, cancellation)) await stores.Intents.RemoveAsync(intent.Id.ToString(), cancellation);
    }

    /// <summary>What was left of an earlier visit, in order.</summary>
    private async Task<IReadOnlyList<Intent>> LeftAsync(AccountId account, CancellationToken cancellation)
    {
        var left = new List<Intent>();
        if (stores is null) return left;
        await foreach (var record in stores.Intents.AllAsync(cancellation))
            if (record.Value.Account == account && record.Value.ToIntent() is { } intent) left.Add(intent);
        return [.. left.OrderBy(intent => intent.At)];
    }

    private async Task CloseInTurnAsync(PersonAccount open)
    {
        var id = open.Account.Id;
        if (_intents.TryGetValue(id, out var intents)) await intents.DisposeAsync();
        if (_syncs.TryGetValue(id, out var sync)) await sync.DisposeAsync();
        (_open, _syncs, _intents) = (_open.Remove(id), _syncs.Remove(id), _intents.Remove(id));
        await Mirror.LeaveAsync(id, CancellationToken.None);
        if (_keep is not null) await _keep.ForgetAsync(id, CancellationToken.None); // of another server now, or of none
        await open.Store.DisposeAsync();
        if (open.Tokens is { } tokens) await tokens.DisposeAsync();
    }
}
