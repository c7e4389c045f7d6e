namespace Pannier.Mail.OAuth;

/// <summary>A token that was just given, to try servers with before anything is kept.</summary>
public sealed class GivenTokens(Secret access) : IAccessTokens
{
    public Task<Secret> GetAsync(CancellationToken cancellation) => Task.FromResult(Secret.Of(access.RevealBytes()));

    public Task<Secret?> RenewAsync(Secret refused, CancellationToken cancellation) => Task.FromResult<Secret?>(null);
}
