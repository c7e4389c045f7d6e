using System.Collections.Immutable;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror;

namespace Pannier.Core.Accounts;

/// <summary>A person's opened accounts while they are here, shared by all their sessions; the last session's end closes them.</summary>
public sealed class PersonMail(TimeProvider clock) : IAsyncDisposable
{
    private ImmutableDictionary<AccountId, PersonAccount> _open = ImmutableDictionary<AccountId, PersonAccount>.Empty;
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>All their mail as lists need it, in memory.</summary>
    public PersonMirror Mirror { get; } = new();

    public LiveLists Lists { get; } = new(clock);

    public PersonAccount? Opened(AccountId id) => _open.GetValueOrDefault(id);

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
                    return open;
                }

                _open = _open.Remove(account.Id);
                await open.Store.DisposeAsync();
            }

            var opened = await openAsync(cancellation);
            _open = _open.SetItem(account.Id, opened);
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
            if (!_open.TryGetValue(id, out var open)) return;
            _open = _open.Remove(id);
            await open.Store.DisposeAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var open in _open.Values)
        {
            await open.Store.DisposeAsync();
            open.Directory.Dispose();
        }

        Lists.Dispose();
        Mirror.Dispose();
        _turn.Dispose();
    }
}
