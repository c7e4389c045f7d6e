using Pannier.Mail;
using Pannier.Mail.OAuth;

namespace Pannier.Tests.Support;

/// <summary>A consent in memory, which another process may change.</summary>
internal sealed class FakeKeeper(OAuthTokens tokens) : IKeepGrant
{
    private (OAuthGrant Grant, int Version)? _kept = (new OAuthGrant(tokens.Refresh!, tokens.Access, tokens.ExpiresAt), 1); // a test's consent has one
    private int _read;

    public OAuthGrant? Grant => _kept?.Grant;

    public Func<Task>? BeforeKeep { get; set; }

    /// <summary>Another process refreshed it, or it is gone.</summary>
    public void Change(OAuthGrant? to) => _kept = to is null ? null : (to, (_kept?.Version ?? 0) + 1);

    public Task<OAuthGrant?> ReadAsync(CancellationToken cancellation)
    {
        _read = _kept?.Version ?? 0;
        return Task.FromResult(_kept is { Grant: var grant } ? new OAuthGrant(Copy(grant.Refresh), Copy(grant.Access), grant.ExpiresAt) : null);
    }

    public async Task<bool> KeepAsync(OAuthGrant grant, CancellationToken cancellation)
    {
        if (BeforeKeep is { } before) await before();
        if (_kept?.Version != _read) return false;
        _kept = (grant, _read + 1);
        return true;
    }

    private static Secret Copy(Secret secret) => Secret.Of(secret.RevealBytes());
}
