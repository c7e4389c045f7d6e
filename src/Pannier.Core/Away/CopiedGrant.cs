using Pannier.Mail;
using Pannier.Mail.OAuth;

namespace Pannier.Core.Away;

/// <summary>A copy of somebody's consent, in memory alone: what refreshing gives is kept while the counting goes on, and never takes the place of what they keep themselves.</summary>
internal sealed class CopiedGrant(WatchedToken token, byte[] refresh) : IKeepGrant
{
    private OAuthGrant _grant = new(Secret.Of(refresh), Secret.Of(token.Access), token.ExpiresAt);

    public Task<OAuthGrant?> ReadAsync(CancellationToken cancellation) => Task.FromResult<OAuthGrant?>(_grant);

    public Task<bool> KeepAsync(OAuthGrant grant, CancellationToken cancellation)
    {
        _grant = grant;
        return Task.FromResult(true);
    }

    public void Wipe()
    {
        _grant.Refresh.Dispose();
        _grant.Access.Dispose();
    }
}
