namespace Pannier.Mail.OAuth;

/// <summary>
/// The tokens of one account. Whoever needs one while it is being refreshed waits for the same refresh; what it gave is kept
/// before anybody uses it, and a refresh goes on to its end whoever stops waiting: a lost answer may be a lost consent.
/// </summary>
public sealed class AccessTokens(OAuthProvider provider, OAuthClient client, IKeepGrant keep, TimeProvider time) : IAccessTokens, IAsyncDisposable
{
    /// <summary>How long before its end a token is refreshed: servers may hang up when it comes.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    /// <summary>A token younger than this that is refused is refused for another reason than its age.</summary>
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private OAuthGrant? _grant;
    private DateTimeOffset _refreshedAt = DateTimeOffset.MinValue;
    private Task<OAuthGrant>? _renewing;
    private bool _closed;

    public async Task<Secret> GetAsync(CancellationToken cancellation)
    {
        var grant = Fresh() ?? await RenewedAsync(null).WaitAsync(cancellation);
        return Copy(grant.Access);
    }

    public async Task<Secret?> RenewAsync(Secret refused, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (_grant is { } now && !now.Access.FixedTimeEquals(refused)) return Copy(now.Access); // another connection was quicker
            if (time.GetUtcNow() - _refreshedAt < Young) return null;
        }

        using var old = Copy(refused);
        return Copy((await RenewedAsync(old).WaitAsync(cancellation)).Access);
    }

    /// <summary>Waits for a refresh that is under way, and begins none any more: what would be kept of it is locked soon.</summary>
    public async ValueTask DisposeAsync()
    {
        Task<OAuthGrant>? renewing;
        lock (_lock)
        {
            _closed = true;
            renewing = _renewing;
        }

        if (renewing is not null) await renewing.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default); // who waits for it is told how it ended
    }

    private static Secret Copy(Secret secret) => Secret.Of(secret.RevealBytes());

    private OAuthGrant? Fresh()
    {
        lock (_lock) return _grant is { } grant && IsFresh(grant) ? grant : null;
    }

    private bool IsFresh(OAuthGrant grant) => grant.ExpiresAt - time.GetUtcNow() > Margin;

    private Task<OAuthGrant> RenewedAsync(Secret? refused)
    {
        lock (_lock)
        {
            if (_closed) throw new MailFault(MailFaultKind.SignInUnavailable);
            if (_renewing is { IsCompleted: false } under) return under;
            return _renewing = Task.Run(() => RenewAsync(refused), CancellationToken.None);
        }
    }

    private async Task<OAuthGrant> RenewAsync(Secret? refused)
    {
        var kept = await ReadAsync();
        if (!IsFresh(kept) || refused?.FixedTimeEquals(kept.Access) == true) kept = await RefreshAsync(kept, again: true);
        lock (_lock) _grant = kept;
        return kept;
    }

    private async Task<OAuthGrant> ReadAsync() => await keep.ReadAsync(CancellationToken.None) ?? throw new MailFault(MailFaultKind.ConsentLapsed);

    private async Task<OAuthGrant> RefreshAsync(OAuthGrant kept, bool again)
    {
        try
        {
            var given = await client.RefreshAsync(provider, kept.Refresh, CancellationToken.None);
            var next = new OAuthGrant(given.Refresh ?? kept.Refresh, given.Access, given.ExpiresAt);
            if (!await keep.KeepAsync(next, CancellationToken.None)) return await ReadAsync();
            lock (_lock) _refreshedAt = time.GetUtcNow();
            return next;
        }
        catch (OAuthFault fault) when (fault.Kind == OAuthFaultKind.Lapsed && again)
        {
            // Another process may have used this refresh token up, and kept the next one.
            var now = await ReadAsync();
            if (now.Refresh.FixedTimeEquals(kept.Refresh)) throw fault.ToMailFault();
            return IsFresh(now) ? now : await RefreshAsync(now, again: false);
        }
        catch (OAuthFault fault)
        {
            throw fault.ToMailFault();
        }
    }
}
