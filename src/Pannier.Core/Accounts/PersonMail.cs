using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror;
using Pannier.Mail.Mirror.Sync;

namespace Pannier.Core.Accounts;

/// <summary>A person's opened accounts and their mirror while they are here, shared by all their sessions; the last session's end closes them.</summary>
public sealed class PersonMail(SyncTurns turns, TimeProvider clock, ILoggerFactory logs) : IAsyncDisposable
{
    private ImmutableDictionary<AccountId, PersonAccount> _open = ImmutableDictionary<AccountId, PersonAccount>.Empty;
    private ImmutableDictionary<AccountId, AccountSync> _syncs = ImmutableDictionary<AccountId, AccountSync>.Empty;
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>All their mail as lists need it, in memory.</summary>
    public PersonMirror Mirror { get; } = new();

    /// <summary>What they can take back.</summary>
    internal Undoable Undoable { get; } = new(clock);

    /// <summary>Lists that only the servers can find.</summary>
    public LiveLists Lists { get; } = new(clock);

    public PersonAccount? Opened(AccountId id) => _open.GetValueOrDefault(id);

    /// <summary>What keeps an opened account's part of the mirror true; null when it is not open.</summary>
    public AccountSync? Sync(AccountId id) => _syncs.GetValueOrDefault(id);

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

            var opened = await openAsync(cancellation);
            var sync = new AccountSync(account.Id, Mirror, opened.Store, opened.Directory, turns, clock, logs.CreateLogger<AccountSync>());
            await Mirror.JoinAsync(account.Id, account.Combined, CancellationToken.None);
            (_open, _syncs) = (_open.SetItem(account.Id, opened), _syncs.SetItem(account.Id, sync));
            sync.Start();
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

    public async ValueTask DisposeAsync()
    {
        foreach (var sync in _syncs.Values) await sync.DisposeAsync();
        foreach (var open in _open.Values)
        {
            await open.Store.DisposeAsync();
            open.Directory.Dispose();
        }

        Lists.Dispose();
        Mirror.Dispose();
        _turn.Dispose();
    }

    private async Task CloseInTurnAsync(PersonAccount open)
    {
        var id = open.Account.Id;
        if (_syncs.TryGetValue(id, out var sync)) await sync.DisposeAsync();
        (_open, _syncs) = (_open.Remove(id), _syncs.Remove(id));
        await Mirror.LeaveAsync(id, CancellationToken.None);
        await open.Store.DisposeAsync();
        open.Directory.Dispose();
    }
}
