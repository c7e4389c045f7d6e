using System.Security.Cryptography;
using Pannier.Mail;
using Pannier.Mail.OAuth;

namespace Pannier.Core.Away;

/// <summary>Signs in to accounts of providers for the counting. What refreshing gives stays in memory as long as a page asks, and nowhere else.</summary>
internal sealed class WatchedTokens(OAuthProviders providers, OAuthClient client, TimeProvider clock)
{
    private static readonly TimeSpan Unasked = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Held> _held = new(StringComparer.Ordinal);

    /// <summary>Null when the token is over and there is no other, or the site is registered with the provider no more.</summary>
    public IAccessTokens? Of(string grant, WatchedToken token)
    {
        if (providers.Find(token.Provider) is not { } provider || provider.Authority != token.Authority) return null;
        var now = clock.GetUtcNow();
        if (token.Refresh is not { Length: > 0 } refresh) return token.ExpiresAt - now > Margin ? new LastToken(Secret.Of(token.Access)) : null;

        var name = $"{grant} {Convert.ToHexString(SHA256.HashData(refresh))}"; // a capsule filled anew begins anew
        lock (_lock)
        {
            if (!_held.TryGetValue(name, out var held))
            {
                var copy = new CopiedGrant(token, refresh);
                _held[name] = held = new Held(copy, new AccessTokens(provider, client, copy, clock));
            }

            held.AskedAt = now;
            return held.Tokens;
        }
    }

    /// <summary>Forgets those that no page has asked with for some minutes.</summary>
    public async Task ForgetAsync()
    {
        List<KeyValuePair<string, Held>> old;
        lock (_lock)
        {
            old = [.. _held.Where(held => clock.GetUtcNow() - held.Value.AskedAt > Unasked)];
            foreach (var one in old) _held.Remove(one.Key);
        }

        foreach (var (_, held) in old)
        {
            await held.Tokens.DisposeAsync();
            held.Copy.Wipe();
        }
    }

    private sealed class Held(CopiedGrant copy, AccessTokens tokens)
    {
        public CopiedGrant Copy { get; } = copy;

        public AccessTokens Tokens { get; } = tokens;

        public DateTimeOffset AskedAt { get; set; }
    }
}
