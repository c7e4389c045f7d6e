using Pannier.Mail;

namespace Pannier.Core.Away;

/// <summary>The last access token a provider gave while its person was here: there is no other after it.</summary>
internal sealed class LastToken(Secret token) : IAccessTokens
{
    public Task<Secret> GetAsync(CancellationToken cancellation) => Task.FromResult(Secret.Of(token.RevealBytes()));

    public Task<Secret?> RenewAsync(Secret refused, CancellationToken cancellation) => Task.FromResult<Secret?>(null);
}
